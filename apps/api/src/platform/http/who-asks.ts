import type { Actor } from '@libretto/domain';
import type { FastifyRequest } from 'fastify';

/** Tells who sent a request. The accounts feature knows. */
export abstract class WhoAsks {
  abstract of(request: FastifyRequest): Promise<{ actor: Actor; signInId: string } | null>;
}
