import iso639 from '@cospired/i18n-iso-languages/langs/en.json' with { type: 'json' };
import countries from 'countries-list/minimal/countries.2to3.min.json' with { type: 'json' };
import * as z from 'zod/mini';

/** Codes that ISO 3166-1 only reserves, and one that ISO 639-1 has given up. */
const noCountries = ['AC', 'TA'];
const noLanguages = ['bh'];

/** Every country and territory of ISO 3166-1, and Kosovo, by its two letters. */
export const countryCodes: readonly string[] = Object.keys(countries).filter((code) => !noCountries.includes(code));
/** Every language that has two letters in ISO 639-1. */
export const languageCodes: readonly string[] = Object.keys(iso639.languages).filter(
  (code) => !noLanguages.includes(code),
);
/** The standard's name of a language, if there is none in the reader's own. */
export const standardLanguageName = (code: string): string | undefined =>
  (iso639.languages as Readonly<Record<string, string>>)[code];

const countriesKnown = new Set(countryCodes);
const languagesKnown = new Set(languageCodes);

/** A country by its code. The checker of programme files words the `error`. */
export const country = z.string().check(
  z.regex(/^[A-Z]{2}$/, { error: 'country', abort: true }),
  z.refine((code) => countriesKnown.has(code), { error: 'country' }),
);
/** A language, by its code. */
export const language = z.string().check(
  z.regex(/^[a-z]{2}$/, { error: 'language', abort: true }),
  z.refine((code) => languagesKnown.has(code), { error: 'language' }),
);
