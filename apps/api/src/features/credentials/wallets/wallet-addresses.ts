import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../../platform/http/network-of';
import { requestsFromOnePlace } from '../../../platform/http/request-limits';
import type { Allowance } from '../../../platform/limits/limits';
import { Limits } from '../../../platform/limits/limits';
import { openToAll } from '../sharing/open-to-all';
import { GiveCopies } from './give-copies';
import { NoteOutcome } from './note-outcome';
import { ProtocolError } from './protocol-error';
import { RedeemOffer } from './redeem-offer';
import { WalletMetadata, walletPaths } from './wallet-metadata';
import { WalletSecrets } from './wallet-secrets';

type Parts = Readonly<Record<string, unknown>>;

/** Codes are long and tries are few; this keeps anybody from trying many offers. */
const tokensFromOnePlace: Allowance = { name: 'wallet-tokens', times: 120, seconds: 600 };

/**
 * The addresses that wallets ask (OpenID4VCI 1.0), outside of `/api`: they are named by its metadata, take no cookie, read
 * forms and JSON, and answer errors in the words of the protocol. Everybody may ask; a code or a token decides.
 */
@Injectable()
export class WalletAddresses implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly limits: Limits,
    private readonly metadata: WalletMetadata,
    private readonly secrets: WalletSecrets,
    private readonly redeeming: RedeemOffer,
    private readonly giving: GiveCopies,
    private readonly noting: NoteOutcome,
  ) {}

  onModuleInit(): void {
    // A worker has no http.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!server) return;
    this.publish(server, '/.well-known/openid-credential-issuer', () => this.metadata.issuer());
    this.publish(server, '/.well-known/oauth-authorization-server', () => this.metadata.authorizationServer());
    this.publish(server, '/.well-known/jwt-vc-issuer', () => this.metadata.keysOfIssuer());
    this.take(server, walletPaths.token, async (parts, request) => {
      await this.within(tokensFromOnePlace, request);
      return this.redeeming.run(parts);
    });
    this.take(server, walletPaths.nonce, () => ({ c_nonce: this.secrets.newNonce() }));
    this.take(server, walletPaths.credential, (parts, request) => this.giving.run(bearerOf(request), parts));
    this.take(server, walletPaths.notification, (parts, request) => this.noting.run(bearerOf(request), parts));
  }

  private publish(server: FastifyInstance, path: string, body: () => object | Promise<object>): void {
    server.get(path, async (request, reply) =>
      this.answered(reply, async () => {
        await this.within(requestsFromOnePlace, request);
        return body();
      }),
    );
  }

  private take(
    server: FastifyInstance,
    path: string,
    answer: (parts: Parts, request: FastifyRequest) => unknown,
  ): void {
    const config = { takesNoCookie: true } as const;
    // Wallets that are web pages ask first whether they may.
    server.options(path, { config }, async (_request, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .header('access-control-allow-methods', 'POST')
        .header('access-control-allow-headers', 'authorization, content-type')
        .header('access-control-max-age', '600')
        .status(204)
        .send(),
    );
    server.post(path, { config }, async (request, reply) =>
      this.answered(reply, async () => {
        await this.within(requestsFromOnePlace, request);
        return answer(isParts(request.body) ? request.body : {}, request);
      }),
    );
  }

  private async within(allowance: Allowance, { ip }: FastifyRequest): Promise<void> {
    if ((await this.limits.tryToTake(allowance, networkOf(ip))) > 0)
      throw new ProtocolError('temporarily_unavailable', 429);
  }

  private async answered(reply: FastifyReply, answer: () => Promise<unknown>): Promise<FastifyReply> {
    openToAll(reply, 'application/json').header('cache-control', 'no-store');
    try {
      const body = await answer();
      return await (body === undefined ? reply.status(204).send() : reply.send(body));
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      if (error.error === 'invalid_token') void reply.header('www-authenticate', 'Bearer error="invalid_token"');
      return reply.status(error.status).send({ error: error.error });
    }
  }
}

const isParts = (body: unknown): body is Parts => typeof body === 'object' && body !== null && !Array.isArray(body);

function bearerOf({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new ProtocolError('invalid_token', 401);
  return token;
}
