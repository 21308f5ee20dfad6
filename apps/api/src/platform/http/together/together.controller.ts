import { askTogether } from '@libretto/contracts';
import { anyone } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Limits } from '../../limits/limits';
import { type ApiRequest, Handles, type PublicRequestOf } from '../handles';
import { networkOf } from '../network-of';
import { requestsFromOnePlace } from '../request-limits';

/** What of the request is true of each of its questions. */
const shared = ['cookie', 'accept-language', 'host'] as const;

interface Answer {
  status: number;
  retryAfter: string | null;
  /** JSON, as it was sent. */
  body: unknown;
}

/**
 * Asks each question through the door of the api itself: guard, policies, refusals, languages and reply shapes are
 * those of each route. Of an answer only its status, its body and the time to wait go on: no cookie, no other header.
 */
@Controller()
export class TogetherController {
  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly limits: Limits,
  ) {}

  @Handles(askTogether, anyone)
  async ask({ query, raw }: PublicRequestOf<typeof askTogether>, reply: FastifyReply) {
    // The request itself is counted already.
    await this.limits.take(requestsFromOnePlace, networkOf(raw.ip), query.ask.length - 1);
    void reply.type('application/json; charset=utf-8').serializer(joined);
    return Promise.all(query.ask.map((address) => this.answerTo(address, raw)));
  }

  private async answerTo(url: string, { headers, ip, id }: ApiRequest): Promise<Answer> {
    const server: FastifyInstance = this.adapter.httpAdapter.getInstance();
    const given = shared.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
    const answer = await server.inject({
      url,
      remoteAddress: ip,
      headers: { ...Object.fromEntries(given), 'x-request-id': id },
    });
    const retryAfter = answer.headers['retry-after'];
    return {
      status: answer.statusCode,
      retryAfter: retryAfter === undefined ? null : String(retryAfter),
      body: answer.payload,
    };
  }
}

/** The bodies are JSON already: they are put together without being read again. */
const joined = (answers: unknown): string =>
  `[${(answers as Answer[])
    .map(({ status, retryAfter, body }) => {
      const head = JSON.stringify({ status, retryAfter });
      return `${head.slice(0, -1)},"body":${String(body)}}`;
    })
    .join(',')}]`;
