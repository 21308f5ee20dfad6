import type { Actor } from '@libretto/domain';
import type { FastifyRequest } from 'fastify';

/** Finds out who sent a request; implemented by the accounts feature. */
export abstract class WhoAsks {
  abstract of(request: FastifyRequest): Promise<{ actor: Actor; signInId: string } | null>;
}
