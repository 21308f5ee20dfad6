import type { FastifyReply } from 'fastify';

/** Any verifier may read this from any origin: it is public, and no cookie changes it. */
export function openToAll(reply: FastifyReply, type: string): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'no-cache')
    .type(type)
    .serializer((body: unknown) => JSON.stringify(body));
}
