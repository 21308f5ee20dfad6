/// <reference lib="esnext.temporal" />
import { zonedAt } from '../schedule/local-time';

/** What a notice is about, as its reader chooses how to hear of it. */
export const noticeTopics = ['decisions', 'sessions', 'reminders', 'work', 'hours', 'messages'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** How a notice goes out. Each stands in the inbox too. */
export const noticeChannels = ['mail', 'daily-mail', 'inbox'] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/** The channels that a topic can have, the usual one first. Decisions begin periods to answer: they are mailed at once. */
export const channelsOf: Readonly<Record<NoticeTopic, readonly NoticeChannel[]>> = {
  decisions: ['mail'],
  sessions: ['mail', 'daily-mail', 'inbox'],
  reminders: ['mail', 'inbox'],
  work: ['mail', 'daily-mail', 'inbox'],
  hours: ['mail', 'daily-mail', 'inbox'],
  messages: ['mail', 'daily-mail', 'inbox'],
};

/** The topics whose channel is chosen. */
export const chosenTopics = noticeTopics.filter((topic): topic is ChosenTopic => channelsOf[topic].length > 1);
export type ChosenTopic = Exclude<NoticeTopic, 'decisions'>;

/** From when until when nothing is mailed, by the clocks of the reader's zone: `22:00` to `07:00` goes over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

export interface NoticeSettings {
  readonly channels: Readonly<Partial<Record<NoticeTopic, NoticeChannel>>>;
  readonly quietHours: QuietHours | null;
}

/** The settings of somebody who has chosen nothing. */
export const usualSettings: NoticeSettings = { channels: {}, quietHours: null };

/** The chosen channel of a topic, or its usual one. */
export function channelOf(topic: NoticeTopic, { channels }: NoticeSettings): NoticeChannel {
  const [usual = 'mail', ...others] = channelsOf[topic];
  return others.find((channel) => channel === channels[topic]) ?? usual;
}

/** The daily mail goes out at this time of its reader's day. */
const dailyMailAt = '18:00';

/** How a notice goes out, and when. */
export type Delivery = { readonly by: 'inbox' } | { readonly by: 'mail' | 'daily-mail'; readonly at: Date };

/**
 * The delivery of a notice to a reader in this zone. Quiet hours hold a mail back until they end, unless what it is about
 * (`matters`) comes before that, or it is a decision.
 */
export function deliveryOf(
  topic: NoticeTopic,
  settings: NoticeSettings,
  { now, zone, matters }: { readonly now: Date; readonly zone: string; readonly matters?: Date | undefined },
): Delivery {
  const by = channelOf(topic, settings);
  if (by === 'inbox') return { by };
  if (by === 'daily-mail') return { by, at: nextAt(dailyMailAt, now, zone) };
  const { quietHours } = settings;
  if (topic === 'decisions' || !quietHours || !isQuiet(quietHours, now, zone)) return { by, at: now };
  const at = nextAt(quietHours.until, now, zone);
  return { by, at: matters && matters <= at ? now : at };
}

function isQuiet({ from, until }: QuietHours, now: Date, zone: string): boolean {
  const time = zonedAt(now, zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return from <= until ? from <= time && time < until : time >= from || time < until;
}

/** The next instant after now at which the clocks of a zone show this time, or the next one that they show. */
function nextAt(time: string, now: Date, zone: string): Date {
  const today = zonedAt(now, zone);
  const at = today.withPlainTime(time);
  const next = Temporal.ZonedDateTime.compare(at, today) > 0 ? at : today.add({ days: 1 }).withPlainTime(time);
  return new Date(next.epochMilliseconds);
}
