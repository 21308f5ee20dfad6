import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Config } from '../../../platform/config/config';
import { addresses } from '../award/addresses';
import { KeyRing } from '../signing/key-ring';
import { AnswersToAll } from './answers-to-all';
import { SharedCredential } from './shared-credential';

/**
 * The addresses outside of `/api` that credentials name and verifiers fetch: the issuer's DID document, and under a
 * credential's address the signed JSON, for programs that ask for JSON. People get the page there.
 */
@Injectable()
export class PublicAddresses implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly answers: AnswersToAll,
    private readonly keys: KeyRing,
    private readonly shared: SharedCredential,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    server.get('/.well-known/did.json', async (request, reply) =>
      this.answers.give(request, reply, {
        ...{ type: 'application/did+json', unknown },
        body: () => this.keys.didDocument(),
      }),
    );
    server.get<{ Params: { publicId: string }; Querystring: { index?: unknown } }>(
      '/credentials/:publicId/status',
      async (request, reply) => {
        const { publicId } = request.params;
        const index = indexIn(request.query.index);
        const address = addresses(this.config).credential(publicId);
        const body = () => this.shared.status(publicId, { index, address });
        return this.answers.give(request, reply, { type: 'application/json', body, unknown });
      },
    );
    server.addHook('onRequest', async (request, reply) => {
      const publicId = /^\/credentials\/([0-9A-Z]{26})$/.exec(request.url)?.[1];
      if (!publicId || !['GET', 'HEAD'].includes(request.method) || !wantsJson(request.headers.accept))
        return undefined;
      const body = () => this.shared.signed(publicId);
      return this.answers.give(request, reply, { type: 'application/vc', body, unknown });
    });
  }
}

const unknown = { type: 'application/json', body: { state: 'unknown' } };

/** Anything else than a place in a list is ignored, as if no index came along. */
const indexIn = (text: unknown): string | undefined =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? text : undefined;

const wantsJson = (accept = ''): boolean =>
  /\bapplication\/(vc|ld\+json|json)\b/.test(accept) && !accept.includes('text/html');
