import { chosenTopics, noticeChannels, noticeTopics } from '@libretto/domain/first';
import * as z from 'zod/mini';
import { type ReplyOf, route } from './route';
import { id, instant, page, pageQuery, timeOfDay } from './shapes';

export const readNotices = route({
  summary: 'What the signed-in person was told, the newest first',
  method: 'GET',
  path: '/notices',
  query: pageQuery,
  reply: page(
    z.object({
      id,
      topic: z.enum(noticeTopics),
      subject: z.string(),
      paragraphs: z.array(z.string()),
      /** The page that it leads to. */
      action: z.nullable(z.object({ label: z.string(), path: z.string() })),
      at: instant,
      isUnread: z.boolean(),
    }),
  ),
});
export type NoticeView = ReplyOf<typeof readNotices>['items'][number];

export const readUnread = route({
  summary: 'How many notices the signed-in person has not read',
  method: 'GET',
  path: '/notices/unread',
  reply: z.object({ unread: z.int() }),
});

export const markRead = route({
  summary: 'Mark notices as read: one, or all',
  method: 'POST',
  path: '/notices/read',
  body: z.object({ noticeId: z.optional(id) }),
});

const noticeSettings = z.object({
  /** Every topic whose channel can be chosen. */
  channels: z.record(z.enum(chosenTopics), z.enum(noticeChannels)),
  /** By the clocks of the person's zone. */
  quietHours: z.nullable(z.object({ from: timeOfDay, until: timeOfDay })),
});
export type NoticeSettingsView = z.infer<typeof noticeSettings>;

export const readNoticeSettings = route({
  summary: 'How the signed-in person wants to hear of what',
  method: 'GET',
  path: '/notices/settings',
  reply: noticeSettings,
});

export const changeNoticeSettings = route({
  summary: 'Choose how to hear of what, and when not to',
  method: 'PUT',
  path: '/notices/settings',
  body: noticeSettings,
});
