import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../../platform/http/network-of';
import { requestsFromOnePlace } from '../../../platform/http/request-limits';
import { Limits } from '../../../platform/limits/limits';
import { Refused } from '../../../platform/refusals/refused';
import { PublicLog } from '../log/public-log';
import { openToAll } from './open-to-all';
import { SharedCredential } from './shared-credential';

/**
 * The log as monitors and verifiers fetch it (C2SP `tlog-tiles`, `tlog-proof`), outside of `/api`: its address is the name by
 * which it signs. What is fetched here counts as requests to the api do.
 */
@Injectable()
export class LogAddresses implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly limits: Limits,
    private readonly log: PublicLog,
    private readonly shared: SharedCredential,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    server.get('/log/checkpoint', async (request, reply) =>
      this.answer(request, reply, { type: text, keep: false }, () => this.log.checkpoint()),
    );
    server.get<{ Params: { '*': string } }>('/log/tile/*', async (request, reply) =>
      this.answer(request, reply, { type: 'application/octet-stream', keep: true }, () =>
        this.log.tile(`tile/${request.params['*']}`),
      ),
    );
    server.get<{ Params: { publicId: string } }>('/credentials/:publicId/log-proof', async (request, reply) =>
      this.answer(request, reply, { type: text, keep: false }, () => this.shared.logProof(request.params.publicId)),
    );
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { type, keep }: { readonly type: string; readonly keep: boolean },
    body: () => Promise<string | Buffer>,
  ): Promise<FastifyReply> {
    const wait = await this.limits.tryToTake(requestsFromOnePlace, networkOf(request.ip));
    if (wait > 0) return reply.status(429).header('retry-after', wait).send();
    try {
      const found = await body();
      openToAll(reply, type);
      if (keep) void reply.header('cache-control', 'public, max-age=31536000, immutable');
      // As bytes: a text would be written as JSON.
      return await reply.send(Buffer.from(found));
    } catch (error) {
      if (error instanceof Refused) return openToAll(reply, text).status(404).send('');
      throw error;
    }
  }
}

const text = 'text/plain; charset=utf-8';
