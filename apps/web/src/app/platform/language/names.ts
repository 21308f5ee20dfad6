import { countryCodes, languageCodes, standardLanguageName } from '@libretto/contracts/first';
import { knownName } from '@libretto/language';

type Kind = 'region' | 'language';
interface Named {
  readonly code: string;
  readonly name: string;
}

/** Countries with their names in the reader's language, by name. */
export const countriesIn = (reading: string): readonly Named[] => sorted('region', reading);

/** Languages with their names in the reader's language, by name. */
export const languagesIn = (reading: string): readonly Named[] => sorted('language', reading);

/** The reader's name of a country or a language. */
export function nameOf(reading: string, kind: Kind, code: string): string {
  // Browsers leave out rare languages: those have their name from the standard.
  return knownName(reading, kind, code) ?? (kind === 'language' ? standardLanguageName(code) : undefined) ?? code;
}

const sorted = once((kind: Kind, reading): readonly Named[] => {
  const { compare } = new Intl.Collator(reading);
  return (kind === 'region' ? countryCodes : languageCodes)
    .map((code) => ({ code, name: nameOf(reading, kind, code) }))
    .sort((one, other) => compare(one.name, other.name));
});

/** Makes something once for each language of reading. */
function once<Made>(make: (kind: Kind, reading: string) => Made): (kind: Kind, reading: string) => Made {
  const made = new Map<string, Made>();
  return (kind, reading) => {
    const key = `${kind} ${reading}`;
    const known = made.get(key) ?? make(kind, reading);
    made.set(key, known);
    return known;
  };
}
