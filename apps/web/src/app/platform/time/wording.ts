import { wordDay, wordTime } from '@libretto/language';

/** Distances in time, worded in a language. Plain functions; the pipes and `lib-moment` bind them to the reader. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "in 3 days", "yesterday": the distance in the largest sensible unit, counted in whole calendar days from two days on.
 */
export function wordDistance(language: string, at: string, now: number): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const gap = new Date(at).getTime() - now;
  if (Math.abs(gap) < HOUR) return relative.format(Math.round(gap / MINUTE), 'minute');
  if (Math.abs(gap) < DAY) return relative.format(Math.round(gap / HOUR), 'hour');
  if (Math.abs(gap) < 60 * DAY) return relative.format(Math.round(gap / DAY), 'day');
  return relative.format(Math.round(gap / (30.44 * DAY)), 'month');
}

/** "now". */
export function wordNow(language: string): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second');
}

/** Whether two zones show the same clock at that instant. */
export function sameClock(at: string, one: string, other: string): boolean {
  return (
    one === other ||
    (wordTime('en', at, one) === wordTime('en', at, other) && wordDay('en', at, one) === wordDay('en', at, other))
  );
}
