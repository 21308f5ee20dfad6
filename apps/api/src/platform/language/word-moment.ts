/** Whose clock and language a text is for. */
interface Reader {
  language: string;
  timeZone: string;
}

/** English that Europe writes: the day before the month. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);

/** A moment as a letter says it: weekday, date and time on the reader’s own clock, and whose clock that is. */
export const wordMoment = (at: Date, reader: Reader): string => `${wordDayAndTime(at, reader)} (${wordZone(reader.timeZone)})`;

/** The same where the zone is said once for many. */
export const wordDayAndTime = (at: Date, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);

/** The day of a moment on the reader’s own calendar. */
export const wordDay = (at: Date, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone }).format(at);

/** "Rome" for `Europe/Rome`: what people call a zone. */
export const wordZone = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** "Thursday 26 November 2026, 14:00–16:00 (Rome)": a span of time on the clocks of one zone. */
export function wordSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, { language, timeZone }: Reader): string {
  const time = new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return `${wordDay(startsAt, { language, timeZone })}, ${time.format(startsAt)}–${time.format(endsAt)} (${wordZone(timeZone)})`;
}
