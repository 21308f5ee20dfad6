import type { Say } from '@libretto/language';

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
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return new Intl.ListFormat(language).format(codes.map((code) => names.of(code) ?? code));
}

/** "Italy". */
export const wordCountry = ({ language }: Wording, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
