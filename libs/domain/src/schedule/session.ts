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

/** An online session of module 1, of two hours. Name its edition. */
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
