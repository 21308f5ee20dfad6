import { type Say, wordCountry, wordLanguage, wordList } from '@libretto/language';

/** The language of a page, and its sentences. */
export interface Wording {
  readonly language: string;
  readonly say: Say;
}

/** The text in the reader's language, or else in English, or else in any. */
export const textIn = ({ language }: Wording, texts: Readonly<Record<string, string>>): string =>
  texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';

/** "English, Italian". */
export function wordLanguages({ language }: Wording, codes: readonly string[]): string {
  const names = codes.map((code) => wordLanguage(language, code));
  return wordList(language, names);
}

/** "Italy". */
export const countryIn = ({ language }: Wording, code: string): string => wordCountry(language, code);
