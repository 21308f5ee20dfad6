import type { SessionView } from '@libretto/contracts';

/** A session and the time to which it may be moved, by its own clocks: `2026-12-03T14:30`. */
export interface Proposal<Session> {
  readonly session: Session;
  readonly startsLocal: string;
  readonly endsLocal: string;
}

/** Whether a session can still be moved; `now` in milliseconds. */
export const isMovable = ({ state, startsAt }: SessionView, now: number): boolean =>
  state === 'planned' && Date.parse(startsAt) > now;
