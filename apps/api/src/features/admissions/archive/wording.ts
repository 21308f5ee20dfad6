import { localTimeOf } from '@libretto/domain';
import type { FormField } from '@libretto/contracts';
import { type Say, wordCountry, wordLanguage } from '@libretto/language';
import { labelOfField } from '../dossier/field-label';

type Texts = { readonly en: string } & Readonly<Record<string, string | undefined>>;

/** The wording of a bound dossier: in one language and the edition's time zone. */
export interface Wording {
  readonly say: Say;
  readonly language: string;
  readonly fields: readonly FormField[];
  readonly inWords: {
    texts(texts: Texts): string;
    country(code: string | null): string;
    language(code: string): string;
  };
  /** The name of a field, by its key. */
  field(key: string): string;
  /** `2026-10-19 12:00`: a record is sorted and compared, not read aloud. */
  at(instant: Date): string;
}

export function wordingIn(
  language: string,
  say: Say,
  { timeZone, fields }: { timeZone: string; fields: readonly FormField[] },
): Wording {
  return {
    say,
    language,
    fields,
    inWords: {
      texts: (texts) => texts[language] ?? texts.en,
      country: (code) => (code ? wordCountry(language, code) : ''),
      language: (code) => wordLanguage(language, code),
    },
    field: (key) => labelOfField(key, fields, say, language),
    at: (instant) => localTimeOf(instant, timeZone).replace('T', ' '),
  };
}
