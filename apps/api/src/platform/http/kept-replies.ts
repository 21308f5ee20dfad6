import { createHash } from 'node:crypto';
import type { Route } from '@libretto/contracts';
import type { FastifyInstance } from 'fastify';
import { isApi } from './request-limits';

/** How browsers and proxies may keep a reply that is the same for whoever asks. */
export const keptReply: Record<NonNullable<Route['sameForAll']>, string> = {
  checked: 'public, no-cache',
  'a-while': 'public, max-age=300, stale-while-revalidate=86400',
};

/** The same for a reply that is somebody's own, for programs that read it again and again. */
export const keptByItsReader = 'private, no-cache';

const kept: readonly string[] = [...Object.values(keptReply), keptByItsReader];

/**
 * Nobody keeps a reply of the api, since it is somebody's own, unless its route is the same for all (`ReplyShape` says
 * so once the reply is there) or says otherwise itself. A reply that is kept has a tag, and is sent again only if it has changed.
 */
export function letRepliesBeKept(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (isApi(request)) void reply.header('cache-control', 'private, no-store');
  });
  server.addHook('onSend', async ({ headers }, reply, payload) => {
    if (typeof payload !== 'string' || !kept.includes(String(reply.getHeader('cache-control')))) return payload;
    const tag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 20)}"`;
    void reply.header('etag', tag);
    if (headers['if-none-match'] !== tag) return payload;
    void reply.status(304);
    return '';
  });
}
