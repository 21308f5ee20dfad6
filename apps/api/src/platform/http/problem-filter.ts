import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@libretto/contracts';
import { keyOfRefusal, type Refusal, type RefusalCode, refuse } from '@libretto/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOutOfSpace, isUnreachable } from '../database/errors';
import type { Languages } from '../language/languages';
import { addressInLog, type Log } from '../log/log';
import { BadInput } from './handles';
import { ChangedElsewhere, Refused } from '../refusals/refused';

const statusOf: Partial<Record<RefusalCode, number>> = {
  'common.upload-not-readable': 400,
  'common.no-such-place': 400,
  'common.asked-alone': 400,
  'common.bad-input': 422,
  'common.not-signed-in': 401,
  'common.not-allowed': 403,
  'common.foreign-request': 403,
  'common.not-found': 404,
  'common.too-slow': 408,
  'common.too-large': 413,
  'project-work.file-too-large': 413,
  'common.request-too-large': 413,
  'common.content-type-not-taken': 415,
  'common.file-type-not-taken': 415,
  'common.file-is-web-page': 415,
  'common.file-needs-password': 415,
  'common.file-needs-adobe': 415,
  'common.file-is-encrypted': 415,
  'common.file-is-signature-only': 415,
  'common.file-has-macros': 415,
  'common.file-loads-by-itself': 415,
  'common.file-is-cut-off': 415,
  'common.file-is-damaged': 415,
  'common.file-has-too-many-pixels': 415,
  'common.file-is-too-heavy': 415,
  'common.upload-gone': 410,
  'common.unknown-host': 421,
  'common.file-is-empty': 422,
  'common.needs-websocket': 426,
  'common.too-many-requests': 429,
  'common.unexpected': 500,
  'common.unavailable': 503,
  'common.busy': 503,
  'common.no-space': 507,
};
/** A rule refused a well-formed request because of the present state. */
const conflict = 409;

/** Turns every error into `application/problem+json`, worded in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly languages: Languages,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost) {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.refusalOf(error, request);
    const problem = problemOf(refusal, this.languages, request.headers['accept-language']);
    if (error instanceof BadInput) {
      const say = this.languages.accepted(request.headers['accept-language']);
      problem.fields = error.faults.map(({ path, reason, numbers }) => ({
        path,
        message: say(`common.fields.${reason}`, numbers),
      }));
    }
    if (error instanceof ChangedElsewhere) Object.assign(problem, { clashes: error.clashes, stored: error.stored });
    if (problem.status === 503) void reply.header('retry-after', '10');
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof Refused) return error.refusal;
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status === 404) return refuse('common.not-found');
    if (status === 413) return refuse('common.request-too-large');
    if (status === 415) return refuse('common.content-type-not-taken');
    if (status && status >= 400 && status < 500) return refuse('common.bad-input');
    if (isOutOfSpace(error)) return this.beyondUs(error, refuse('common.no-space'));
    if (isUnreachable(error)) return this.beyondUs(error, refuse('common.unavailable'));
    this.log.error({ err: error, url: addressInLog(request.url), method: request.method }, 'unexpected');
    return refuse('common.unexpected', { requestId: String(request.id) });
  }

  /** A fault that the operator of the installation has to mend. */
  private beyondUs(error: unknown, refusal: Refusal): Refusal {
    this.log.error({ err: error }, refusal.refused);
    return refusal;
  }
}

/** The problem response of a refusal. */
export function problemOf(refusal: Refusal, languages: Languages, accepted: string | undefined): Problem {
  return {
    type: `/problems/${refusal.refused}`,
    status: statusOf[refusal.refused] ?? conflict,
    code: refusal.refused,
    numbers: { ...refusal.numbers },
    detail: languages.accepted(accepted)(keyOfRefusal(refusal.refused), refusal.numbers),
  };
}
