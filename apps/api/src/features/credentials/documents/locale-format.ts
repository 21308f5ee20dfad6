import type { Texts } from '@libretto/credentials';
import type { DocumentLanguage } from '@libretto/domain';
import { type Say, wordCountry, wordLanguage, wordList, wordMinutes } from '@libretto/language';
import { sayDirected, within } from '../../../platform/pdf/directed';

/** The form of dates, places, lists and lengths of time in one language of a document. */
export interface LocaleFormat {
  readonly language: DocumentLanguage;
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
  return {
    language,
    region,
    say: sayDirected(say),
    of: (texts) => texts[language],
    date: (day) => dates.format(new Date(day)),
    list: (names) => wordList(locale, names.map(within)),
    country: (code) => wordCountry(locale, code),
    languageName: (code) => wordLanguage(locale, code),
    duration: (minutes) => wordMinutes(language, minutes),
  };
}
