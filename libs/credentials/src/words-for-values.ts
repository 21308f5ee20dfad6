import type { Say } from '@libretto/language';

/** A language: its code and its sentences. */
export interface Tongue {
  readonly language: string;
  readonly say: Say;
}

/** One line of a credential's contents: a label with its values. */
export interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

/** With weekday and zone, so that a reader elsewhere is not a day off. */
export const instantIn = (language: string, instant: string, timeZone?: string): string =>
  formatted(instant, new Intl.DateTimeFormat(european(language), { dateStyle: 'full', timeStyle: 'long', timeZone }));

export const dayIn = (language: string, day: string): string =>
  formatted(`${day}T00:00:00Z`, new Intl.DateTimeFormat(european(language), { dateStyle: 'long', timeZone: 'UTC' }));

/** English dates are written as Europe writes them. */
export const european = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** A stranger's credential may have any text as a date: an invalid one is shown unchanged. */
function formatted(instant: string, format: Intl.DateTimeFormat): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format.format(date);
}

export const countryIn = (language: string, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
export const languageIn = (language: string, code: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
