import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { PublicLog } from '../log/public-log';
import { AnswersToAll } from './answers-to-all';
import { SharedCredential } from './shared-credential';

/**
 * The log as monitors and verifiers fetch it (C2SP `tlog-tiles`, `tlog-proof`), outside of `/api`: its address is the name by
 * which it signs.
 */
@Injectable()
export class LogAddresses implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly answers: AnswersToAll,
    private readonly log: PublicLog,
    private readonly shared: SharedCredential,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    server.get('/log/checkpoint', async (request, reply) =>
      this.answers.give(request, reply, { type: text, unknown, body: () => this.log.checkpoint() }),
    );
    server.get<{ Params: { '*': string } }>('/log/tile/*', async (request, reply) =>
      this.answers.give(request, reply, {
        ...{ type: 'application/octet-stream', keep: true, unknown },
        body: () => this.log.tile(`tile/${request.params['*']}`),
      }),
    );
    server.get<{ Params: { publicId: string } }>('/credentials/:publicId/log-proof', async (request, reply) =>
      this.answers.give(request, reply, {
        ...{ type: text, unknown },
        body: () => this.shared.logProof(request.params.publicId),
      }),
    );
  }
}

const text = 'text/plain; charset=utf-8';
const unknown = { type: text, body: '' } as const;
