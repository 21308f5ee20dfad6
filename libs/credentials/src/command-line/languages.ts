import type { Sentences } from '@libretto/language';
import en from '../../../language/en/verification.json';
import it from '../../../language/it/verification.json';

/** The sentences of this command alone, compiled in so that it runs by itself. A new language is one more line. */
export const languages = new Map<string, Sentences>([
  ['en', { verification: en }],
  ['it', { verification: it }],
]);
