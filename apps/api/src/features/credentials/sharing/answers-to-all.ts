import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../../platform/http/network-of';
import { requestsFromOnePlace } from '../../../platform/http/request-limits';
import { Limits } from '../../../platform/limits/limits';
import { Refused } from '../../../platform/refusals/refused';
import { openToAll } from './open-to-all';

/** What an address outside of `/api` gives: an object as JSON, a text or bytes as they are. */
interface Answer {
  readonly type: string;
  readonly body: () => Promise<object | string>;
  /** It never changes. */
  readonly keep?: boolean;
  /** What is said, with a 404, of what is not there. */
  readonly unknown: { readonly type: string; readonly body: object | '' };
}

/** Answers anybody outside of `/api`; there, requests count as those to the api do. */
@Injectable()
export class AnswersToAll {
  constructor(private readonly limits: Limits) {}

  async give(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
    const wait = await this.limits.tryToTake(requestsFromOnePlace, networkOf(request.ip));
    if (wait > 0) return reply.status(429).header('retry-after', wait).send();
    try {
      const found = await answer.body();
      openToAll(reply, answer.type);
      if (answer.keep) void reply.header('cache-control', 'public, max-age=31536000, immutable');
      // As bytes: a text would be written as JSON.
      return await reply.send(typeof found === 'string' ? Buffer.from(found) : found);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return openToAll(reply, answer.unknown.type).status(404).send(answer.unknown.body);
    }
  }
}
