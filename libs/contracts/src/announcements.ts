import { announcementStates, audiences, behindGrounds } from '@libretto/domain';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { created, day, id, inLanguages, instant, line, page, pageQuery, paragraph, timeOfDay } from './shapes';

const inEdition = z.object({ editionId: id });
const one = z.object({ editionId: id, announcementId: id });

const announcement = {
  id,
  title: z.string(),
  audience: z.enum(audiences),
  /** The name of the group that it is for. */
  group: z.nullable(z.string()),
  /** Who wrote it; `null` once their account is deleted. */
  by: z.nullable(z.string()),
  state: z.enum(announcementStates),
  /** When it was sent, or is to be. */
  at: instant,
  /** How many people it was sent to; 0 before. */
  recipients: z.int(),
  /** It was sent to the reader, who has not opened it. */
  isUnread: z.boolean(),
};

export const listAnnouncements = route({
  summary: 'The announcements of an edition that the signed-in person may read, the newest first',
  method: 'GET',
  path: '/editions/:editionId/announcements',
  params: inEdition,
  query: pageQuery,
  reply: z.object({
    ...page(z.object(announcement)).shape,
    zone: z.string(),
    can: z.object({ write: z.boolean() }),
  }),
});
export type AnnouncementListed = ReplyOf<typeof listAnnouncements>['items'][number];

export const readAnnouncement = route({
  summary: 'One announcement',
  method: 'GET',
  path: '/editions/:editionId/announcements/:announcementId',
  params: one,
  reply: z.object({ ...announcement, text: z.string(), zone: z.string(), can: z.object({ cancel: z.boolean() }) }),
});
export type AnnouncementView = ReplyOf<typeof readAnnouncement>;

export const openAnnouncement = route({
  summary: 'Remember that the signed-in person has opened an announcement; again changes nothing',
  method: 'PUT',
  path: '/editions/:editionId/announcements/:announcementId/opened',
  params: one,
  evenWhenClosed: true,
});

export const readAudiences = route({
  summary: 'Whom an announcement could be for, and how many people each choice reaches now',
  method: 'GET',
  path: '/editions/:editionId/announcement-audiences',
  params: inEdition,
  reply: z.object({
    all: z.int(),
    /** Participants who are behind, and for which reasons: somebody can be behind for several. */
    behind: z.object({ people: z.int(), grounds: z.record(z.enum(behindGrounds), z.int()), days: z.int() }),
    groups: z.array(z.object({ id, name: z.string(), brief: inLanguages, people: z.int() })),
    zone: z.string(),
  }),
});
export type Audiences = ReplyOf<typeof readAudiences>;

export const writeAnnouncement = route({
  summary: 'Write an announcement that is sent now, or at a time by the clocks of the edition',
  method: 'POST',
  path: '/editions/:editionId/announcements',
  params: inEdition,
  body: z.object({
    title: line(120),
    text: paragraph(8000),
    to: z.discriminatedUnion('audience', [
      z.object({ audience: z.literal('all') }),
      z.object({ audience: z.literal('group'), groupId: id }),
      z.object({ audience: z.literal('behind') }),
    ]),
    /** Without it, now. */
    sendAt: z.nullable(z.object({ day, time: timeOfDay })),
  }),
  reply: created,
  refusals: [
    'announcements.nobody-to-tell',
    'announcements.time-is-past',
    'schedule.no-such-local-time',
    'schedule.no-such-zone',
  ],
});

export const cancelAnnouncement = route({
  summary: 'Cancel an announcement that has not been sent',
  method: 'POST',
  path: '/editions/:editionId/announcements/:announcementId/cancellation',
  params: one,
  refusals: ['announcements.not-scheduled'],
});
