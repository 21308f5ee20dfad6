/** Whose clock and language a text is for. */
interface Reader {
  language: string;
  timeZone: string;
}

/** A moment as a letter says it: weekday, date and time on the reader’s own clock. */
export const wordMoment = (at: Date, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);

/** The day of a moment on the reader’s own calendar. */
export const wordDay = (at: Date, { language, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone }).format(at);
