/** How moments and lengths of time read in a language. Plain functions; the pipes and `lib-moment` bind them to the reader. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "Thursday 26 November 2026" for a calendar day (`2026-11-26`) or, in a zone, for an instant. */
export function wordDay(language: string, at: string, zone: string): string {
  const isDay = at.length === 10;
  return format(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: isDay ? 'UTC' : zone })
    .format(new Date(at));
}

/** "14:00" on the clocks of a zone. */
export function wordTime(language: string, at: string, zone: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at));
}

/** "Rome" for `Europe/Rome`: what people call a zone. */
export function wordZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "in 3 days", "yesterday": how far away, in the largest unit that says something, counted in whole calendar days from two days on. */
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
  return one === other || (wordTime('en', at, one) === wordTime('en', at, other) && wordDay('en', at, one) === wordDay('en', at, other));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  // English as Europe writes its dates: the day before the month.
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  formats.set(key, made);
  return made;
}
