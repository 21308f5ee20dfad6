import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** `held` once its roll is closed. A cancelled session counts for nobody. */
export const sessionStates = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

export const sessionProcess: Process<SessionState> = {
  planned: { to: ['held', 'cancelled'] },
  held: { to: [] },
  cancelled: { to: [] },
};

/** A span of time: `startsAt` is included, `endsAt` is not. */
export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The longest that one session may last: a longer one is a typing mistake in a date. */
export const longestSessionMinutes = 16 * 60;

/** The whole minutes of a span. */
export const lengthInMinutes = ({ startsAt, endsAt }: Span): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** Two spans share a moment. One that ends when the other starts does not. */
export const overlap = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** A session lies ahead, ends after it starts and fits into a day. */
export function plausibleSpan(span: Span, now: Date): true | Refusal {
  const minutes = lengthInMinutes(span);
  if (minutes <= 0) return refuse('schedule.ends-before-it-starts');
  if (minutes > longestSessionMinutes) return refuse('schedule.too-long', { hours: longestSessionMinutes / 60 });
  if (span.startsAt <= now) return refuse('schedule.starts-in-the-past');
  return true;
}

/** A session takes place on a day of its edition. */
export const withinEdition = (
  day: string,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): true | Refusal =>
  (startsOn <= day && day <= endsOn) || refuse('schedule.outside-the-edition', { firstDay: startsOn, lastDay: endsOn });

/** Who can make the meeting of a session, instead of a link that somebody types. */
export const meetingProviders = ['bigbluebutton', 'jitsi'] as const;
export type MeetingProvider = (typeof meetingProviders)[number];

interface PlaceWished {
  readonly roomId?: string | null | undefined;
  readonly joinUrl?: string | null | undefined;
  readonly meeting?: MeetingProvider | null | undefined;
}

/** An online session has a link, one in presence a room. Either may have the other too: then people take part both ways. */
export function placeFor(
  mode: 'online' | 'in-presence',
  { roomId, joinUrl, meeting }: PlaceWished,
): { roomId: string | null; joinUrl: string | null; meeting: MeetingProvider | null } | Refusal {
  if (mode === 'online' && !joinUrl && !meeting) return refuse('schedule.link-missing');
  if (mode === 'in-presence' && !roomId) return refuse('schedule.room-missing');
  // A link that is made stands in for a typed one.
  return { roomId: roomId || null, joinUrl: meeting ? null : joinUrl || null, meeting: meeting || null };
}

/** A session moves while it is planned and nobody's attendance is taken. */
export function move(session: { readonly state: SessionState }, rollHasBegun: boolean): true | Refusal {
  if (session.state === 'held') return refuse('schedule.roll-closed');
  if (session.state === 'cancelled') return refuse('schedule.session-cancelled');
  return !rollHasBegun || refuse('schedule.roll-begun');
}

/** A room has a chair for each participant. */
export function roomTakes(room: { name: string; capacity: number }, people: number): true | Refusal {
  return (
    people <= room.capacity || refuse('schedule.room-too-small', { room: room.name, capacity: room.capacity, people })
  );
}

/** A room is there for one session at a time: `others` are the sessions that hold it. */
export function roomIsFree(span: Span, others: readonly (Span & { title: string })[]): true | Refusal {
  const taken = others.find((other) => overlap(span, other));
  return !taken || refuse('schedule.room-taken', { title: taken.title });
}
