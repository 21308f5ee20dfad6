import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { SentenceKey } from './sentence-key';
import { MinutesFormat } from './word-minutes';
import { DayFormat } from './word-time';

export type { CompiledMessage };

/** Sentences under nested keys as the web's build compiles them: a sentence is a text, or a list of its pieces. */
export interface CompiledSentences {
  readonly [key: string]: CompiledMessage | CompiledSentences;
}

/** Words a key of the language files: `say('admissions.desk.waiting', { dossiers: 3 })`. */
export type Say<Key extends string = SentenceKey> = (key: Key, values?: Readonly<Record<string, unknown>>) => string;

/** Says what `find` has under a key. A key that is not there comes back as itself, so that a gap shows instead of hiding. */
export function sayCompiled<Key extends string = SentenceKey>(
  language: string,
  find: (key: string) => CompiledMessage | undefined,
): Say<Key> {
  const options = formatsOf(language);
  return (key, values = {}) => {
    const sentence = find(key);
    if (sentence === undefined) return key;
    return String(format(sentence, language, allThere(key, values), options));
  };
}

/** Compiled sentences as they arrive: without what every object inherits, which a value might name (`constructor`). */
export const readCompiled = (json: string): CompiledSentences =>
  JSON.parse(json, (_, value: unknown) =>
    typeof value === 'object' && value && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value,
  ) as CompiledSentences;

/** The sentence under a dotted key of one of these parts, or nothing. */
export function compiledAt(parts: readonly CompiledSentences[], key: string): CompiledMessage | undefined {
  for (const part of parts) {
    let at: CompiledMessage | CompiledSentences | undefined = part;
    for (const step of key.split('.')) at = typeof at === 'object' && !Array.isArray(at) ? at[step] : undefined;
    if (typeof at === 'string' || Array.isArray(at)) return at;
  }
  return undefined;
}

/** The styles of `{left, number, minutes}` and `{firstDay, date, day}`. Making a format costs far more than using it. */
function formatsOf(language: string): FormatOptions {
  const number = new Intl.NumberFormat(language);
  const minutes = new MinutesFormat(language);
  const day = new DayFormat(language);
  const rules = {
    cardinal: new Intl.PluralRules(language),
    ordinal: new Intl.PluralRules(language, { type: 'ordinal' }),
  };
  return {
    formats: { number: { minutes: { style: 'unit', unit: 'minute' } } },
    formatters: {
      getNumberFormat: (_, style) => (style ? minutes : number),
      getDateTimeFormat: () => day,
      getPluralRules: (_, { type = 'cardinal' } = {}) => rules[type],
    },
  };
}

/** The values of a sentence, of which none may be forgotten; a value that is nothing is said as nothing. */
const allThere = (key: string, values: Readonly<Record<string, unknown>>) =>
  new Proxy(values as Record<string, string>, {
    get(given, name: string) {
      if (!(name in given)) throw new Error(`${key} needs {${name}}`);
      return given[name] ?? '';
    },
  });
