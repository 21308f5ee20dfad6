import * as z from 'zod/mini';
import { route } from '../route';
import { id, instant } from '../shapes';

export const readOwnFeed = route({
  summary: 'Read the secret link of one’s own calendar feed',
  method: 'GET',
  path: '/calendar',
  reply: z.object({ feed: z.nullable(z.object({ address: z.string(), madeAt: instant })) }),
});

export const makeFeed = route({
  summary: 'Make the secret link of one’s own calendar feed, or replace it: the one before stops working',
  method: 'POST',
  path: '/calendar',
});

export const removeFeed = route({
  summary: 'Remove the secret link of one’s own calendar feed: it stops working',
  method: 'DELETE',
  path: '/calendar',
});

/** Without a sign-in: the key of the link shows the sessions of the person who made it, and nothing else. */
export const readFeed = route({
  summary: 'The sessions of the person who made the link, as an iCalendar feed',
  method: 'GET',
  path: '/calendar/sessions.ics',
  query: z.object({ key: z.string().check(z.maxLength(100)) }),
  reply: 'file',
});

export const readSessionFile = route({
  summary: 'Download a session as an iCalendar file',
  method: 'GET',
  path: '/editions/:editionId/sessions/:sessionId/calendar',
  params: z.object({ editionId: id, sessionId: id }),
  reply: 'file',
});
