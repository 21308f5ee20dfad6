/** The language files as they lie in the repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = 'libs/language';
const read = (file, reviver) => JSON.parse(readFileSync(join(folder, file), 'utf8'), reviver);

/** The languages that have a folder: `en`, `it`. */
export const languageCodes = () => readdirSync(folder).filter((name) => name.length === 2);

/** The sentences of a language by feature, nested as in its files. */
export const sentencesOf = (code, reviver) =>
  Object.fromEntries(
    readdirSync(join(folder, code)).map((file) => [basename(file, '.json'), read(join(code, file), reviver)]),
  );

/** The languages in which documents alone are worded, with the sentences of each. */
export const documentLanguages = () =>
  readdirSync(join(folder, 'documents')).map((file) => ({
    code: basename(file, '.json'),
    sentences: { certificate: read(join('documents', file)) },
  }));

/** The keys of what most visitors meet; each stands for all below it. */
export const firstWords = () => read('first-words.json');
