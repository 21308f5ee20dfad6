import type { Span } from './session';

/** The minutes before the start at which the link to an online meeting opens. */
export const joinLinkOpensMinutesBefore = 15;

export type JoinWindow = 'not-yet' | 'open' | 'over';

/** The time at which the link opens. */
export const joinOpensAt = ({ startsAt }: Pick<Span, 'startsAt'>): Date =>
  new Date(startsAt.getTime() - joinLinkOpensMinutesBefore * 60_000);

/** The link works from a quarter of an hour before the session to its end. */
export function joinWindow(session: Span, now: Date): JoinWindow {
  if (now < joinOpensAt(session)) return 'not-yet';
  return now < session.endsAt ? 'open' : 'over';
}
