/** Names of countries and languages, and lists of words, as a language has them. What makes them is made once for each language. */

type Kind = 'region' | 'language';

const displayNames = new Map<string, Intl.DisplayNames>();
const listFormats = new Map<string, Intl.ListFormat>();

/** The name of a country or a language; nothing where this runtime knows none. */
export function knownName(language: string, kind: Kind, code: string): string | undefined {
  const key = `${kind} ${language}`;
  const names = displayNames.get(key) ?? new Intl.DisplayNames(language, { type: kind, fallback: 'none' });
  displayNames.set(key, names);
  return names.of(code);
}

/** "Italy". */
export const wordCountry = (language: string, code: string): string => knownName(language, 'region', code) ?? code;

/** "Italian". */
export const wordLanguage = (language: string, code: string): string => knownName(language, 'language', code) ?? code;

/** "Policy, practice and tools". */
export function wordList(language: string, words: Iterable<string>): string {
  const format = listFormats.get(language) ?? new Intl.ListFormat(language);
  listFormats.set(language, format);
  return format.format(words);
}
