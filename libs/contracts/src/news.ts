import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, instant, page, pageQuery, searchText } from './shapes';

const inEdition = z.object({ editionId: id });

export const readNews = route({
  summary: 'How much of an edition the signed-in person has not read: announcements, discussions, messages',
  method: 'GET',
  path: '/editions/:editionId/news',
  params: inEdition,
  reply: z.object({ announcements: z.int(), threads: z.int(), messages: z.int() }),
});
export type News = ReplyOf<typeof readNews>;

export const searchTalk = route({
  summary: 'The posts and announcements of an edition with all of these words that the signed-in person may read',
  method: 'GET',
  path: '/editions/:editionId/talk',
  params: inEdition,
  query: z.object({ q: searchText, ...pageQuery.shape }),
  reply: z.object({
    /** The newest of them, on the first page. */
    announcements: z.array(z.object({ id, title: z.string(), at: instant })),
    ...page(
      z.object({
        postId: id,
        threadId: id,
        title: z.string(),
        by: z.nullable(z.string()),
        text: z.string(),
        at: instant,
      }),
    ).shape,
  }),
});
