import * as words from '@libretto/language';

/** The time zone and language of a text. */
interface Reader {
  language: string;
  timeZone: string;
}

/** A moment as letters word it: weekday, date and time in the reader's own zone, with the zone. */
export const wordMoment = (at: Date, { language, timeZone }: Reader): string =>
  words.wordMoment(language, at, timeZone);

/** A deadline of an edition: always in the edition's zone. */
export const wordDeadline = (
  at: Date,
  { language }: Pick<Reader, 'language'>,
  { timeZone }: Pick<Reader, 'timeZone'>,
): string => words.wordMoment(language, at, timeZone);

/** The same, if the zone is named once for many. */
export const wordDayAndTime = (at: Date, { language, timeZone }: Reader): string =>
  `${words.wordDay(language, at, timeZone)}, ${words.wordTime(language, at, timeZone)}`;

/** The day of a moment on the reader's own calendar. */
export const wordDay = (at: Date, { language, timeZone }: Reader): string => words.wordDay(language, at, timeZone);

/** "Thursday, 26 November 2026, 14:00–16:00 (Rome)": a span of time in one zone. */
export function wordSpan(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { language, timeZone }: Reader,
): string {
  const [from, until] = [words.wordTime(language, startsAt, timeZone), words.wordTime(language, endsAt, timeZone)];
  return `${words.wordDay(language, startsAt, timeZone)}, ${from}–${until} (${words.wordZone(timeZone)})`;
}
