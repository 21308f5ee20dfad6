import type { Texts } from '@libretto/credentials';
import { type Say, wordMinutes } from '@libretto/language';
import { sayDirected, within } from '../../../platform/pdf/directed';

/** The form of dates, places, lists and lengths of time in one language of a document. */
export interface LocaleFormat {
  readonly language: 'en' | 'it';
  /** The country whose conventions the text follows. */
  readonly region: 'GB' | 'IT';
  readonly say: Say;
  readonly of: (texts: Texts) => string;
  readonly date: (day: string) => string;
  readonly list: (names: readonly string[]) => string;
  readonly country: (code: string) => string;
  readonly languageName: (code: string) => string;
  readonly duration: (minutes: number) => string;
}

export function localeFormat(language: LocaleFormat['language'], say: Say): LocaleFormat {
  const region = language === 'en' ? 'GB' : 'IT';
  const locale = `${language}-${region}`;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    language,
    region,
    say: sayDirected(say),
    of: (texts) => texts[language],
    date: (day) => dates.format(new Date(day)),
    list: (names) => lists.format(names.map(within)),
    country: (code) => countries.of(code) ?? code,
    languageName: (code) => languages.of(code) ?? code,
    duration: (minutes) => wordMinutes(language, minutes),
  };
}
