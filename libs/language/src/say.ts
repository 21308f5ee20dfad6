import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { MinutesFormat } from './word-minutes';
import type { SentenceKey } from './sentence-key';
import { DayFormat } from './word-time';

/** The sentences of one language: ICU MessageFormat texts under nested keys, the first key being the feature. */
export interface Sentences {
  readonly [key: string]: string | Sentences;
}

/** Words a key of the language files: `say('admissions.desk.waiting', { dossiers: 3 })`. */
export type Say<Key extends string = SentenceKey> = (key: Key, values?: Readonly<Record<string, unknown>>) => string;

/** The style of `{left, number, minutes}`: a length of time as everything else shows it, "4 h 20 min". */
const MINUTES = { style: 'unit', unit: 'minute' } as const;
/** The style of `{firstDay, date, day}`: a calendar day (`2026-11-26`) as everything else shows it, with its weekday. */
const DAY = { dateStyle: 'full' } as const;

/** Binds sentences to their language. A key that is not there comes back as itself, so that a gap shows instead of hiding. */
export function sayIn<Key extends string = SentenceKey>(language: string, sentences: Sentences): Say<Key> {
  const formats = new Map<string, IntlMessageFormat>();
  const formatters: Formatters = {
    getNumberFormat: (locales, options) =>
      options?.unit === MINUTES.unit ? new MinutesFormat(language) : new Intl.NumberFormat(locales, options),
    getDateTimeFormat: (locales, options) =>
      options?.dateStyle === DAY.dateStyle ? new DayFormat(language) : new Intl.DateTimeFormat(locales, options),
    getPluralRules: (...asked) => new Intl.PluralRules(...asked),
  };
  return (key, values = {}) => {
    let format = formats.get(key);
    if (!format) {
      const sentence = sentenceAt(sentences, key);
      if (sentence === undefined) return key;
      // Tags are text here: nobody's name may become markup.
      format = new IntlMessageFormat(
        sentence,
        language,
        { number: { minutes: MINUTES }, date: { day: DAY } },
        { ignoreTag: true, formatters },
      );
      formats.set(key, format);
    }
    return String(format.format(values as Record<string, string>));
  };
}

/** The sentence under a dotted key, or nothing. */
export function sentenceAt(sentences: Sentences, key: string): string | undefined {
  let at: string | Sentences | undefined = sentences;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}
