import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../../platform/config/config';
import { networkOf } from '../../../platform/http/network-of';
import { requestsFromOnePlace } from '../../../platform/http/request-limits';
import { Limits } from '../../../platform/limits/limits';
import { Refused } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { KeyRing } from '../signing/key-ring';
import { openToAll } from './open-to-all';
import { SharedCredential } from './shared-credential';

/**
 * The addresses outside of `/api` that credentials name and verifiers fetch: the issuer's DID document, and under a
 * credential's address the signed JSON, for programs that ask for JSON. People get the page there. What is fetched here
 * counts as requests to the api do.
 */
@Injectable()
export class PublicAddresses implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly limits: Limits,
    private readonly keys: KeyRing,
    private readonly shared: SharedCredential,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    server.get('/.well-known/did.json', async (request, reply) =>
      this.answer(request, reply, 'application/did+json', () => this.keys.didDocument()),
    );
    server.get<{ Params: { publicId: string }; Querystring: { index?: unknown } }>(
      '/credentials/:publicId/status',
      async (request, reply) => {
        const { publicId } = request.params;
        const index = indexIn(request.query.index);
        const address = addresses(this.config).credential(publicId);
        return this.answer(request, reply, 'application/json', () => this.shared.status(publicId, { index, address }));
      },
    );
    server.addHook('onRequest', async (request, reply) => {
      const publicId = /^\/credentials\/([0-9A-Z]{26})$/.exec(request.url)?.[1];
      if (!publicId || !['GET', 'HEAD'].includes(request.method) || !wantsJson(request.headers.accept))
        return undefined;
      return this.answer(request, reply, 'application/vc', () => this.shared.signed(publicId));
    });
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    body: () => Promise<object>,
  ): Promise<FastifyReply> {
    const wait = await this.limits.tryToTake(requestsFromOnePlace, networkOf(request.ip));
    if (wait > 0) return reply.status(429).header('retry-after', wait).send();
    try {
      return openToAll(reply, type).send(await body());
    } catch (error) {
      if (error instanceof Refused) return openToAll(reply, 'application/json').status(404).send({ state: 'unknown' });
      throw error;
    }
  }
}

/** Anything else than a place in a list is ignored, as if no index came along. */
const indexIn = (text: unknown): string | undefined =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? text : undefined;

const wantsJson = (accept = ''): boolean =>
  /\bapplication\/(vc|ld\+json|json)\b/.test(accept) && !accept.includes('text/html');
