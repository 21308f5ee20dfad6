import type { Texts } from '@libretto/credentials';
import type { DocumentLanguage } from '@libretto/domain';
import { type Say, wordCountry, wordLanguage, wordList, wordMinutes } from '@libretto/language';
import { sayDirected, within } from '../../../platform/pdf/directed';

/** The form of dates, places, lists and lengths of time in one language of a document. */
export interface LocaleFormat {
  readonly language: DocumentLanguage;
  /** The country whose conventions the text follows. */
  readonly region: string;
  readonly say: Say;
  readonly of: (texts: Texts) => string;
  readonly date: (day: string) => string;
  /** From one day to another, without an article that would depend on the day: "dall’11", "dal 12". */
  readonly dates: (from: string, to: string) => string;
  readonly list: (names: readonly string[]) => string;
  readonly country: (code: string) => string;
  readonly languageName: (code: string) => string;
  readonly duration: (minutes: number) => string;
}

const regions: Readonly<Record<DocumentLanguage, string>> = {
  ...{ en: 'GB', it: 'IT', de: 'DE', es: 'ES', fr: 'FR', hr: 'HR', pt: 'PT' },
};

/** The first of a month is an ordinal in these languages. */
const firstOfMonth: Partial<Record<DocumentLanguage, string>> = { it: '1º', fr: '1er' };

export function localeFormat(language: DocumentLanguage, say: Say): LocaleFormat {
  const region = regions[language];
  const locale = `${language}-${region}`;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const written = (day: string) =>
    dates
      .formatToParts(new Date(day))
      .map(({ type, value }) => (type === 'day' && value === '1' ? (firstOfMonth[language] ?? value) : value))
      .join('');
  return {
    language,
    region,
    say: sayDirected(say),
    of: (texts) => texts[language] ?? texts.en,
    date: written,
    dates: (from, to) => `${written(from)} – ${written(to)}`,
    list: (names) => wordList(locale, names.map(within)),
    country: (code) => wordCountry(locale, code),
    languageName: (code) => wordLanguage(locale, code),
    duration: (minutes) => wordMinutes(language, minutes),
  };
}
