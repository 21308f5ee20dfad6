import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sentences } from './say';

/**
 * Reads every language of a folder: `it/admissions.json` becomes `languages.get('it').admissions`. A language is one
 * folder: adding one is adding files.
 */
export function readLanguages(folder: string): Map<string, Sentences> {
  const languages = new Map<string, Sentences>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.length !== 2) continue;
    const files = readdirSync(join(folder, entry.name)).filter((file) => file.endsWith('.json'));
    languages.set(
      entry.name,
      Object.fromEntries(files.map((file) => [basename(file, '.json'), readJson(join(folder, entry.name, file))])),
    );
  }
  return languages;
}

/**
 * The languages in which documents alone are worded, beside those of the product: `documents/fr.json` holds what
 * `en/certificate.json` does.
 */
export function readDocumentLanguages(folder: string): Map<string, Sentences> {
  const within = join(folder, 'documents');
  return new Map(
    readdirSync(within).map((file) => [basename(file, '.json'), { certificate: readJson(join(within, file)) }]),
  );
}

/** The language folder of this checkout or of an installed copy: the nearest `libs/language` above `from`. */
export function findLanguageFolder(from: string): string {
  const folder = join(from, 'libs', 'language');
  if (existsSync(folder)) return folder;
  const above = dirname(from);
  if (above === from) throw new Error('No libs/language folder above the running file: it holds every sentence.');
  return findLanguageFolder(above);
}

const readJson = (file: string): Sentences => JSON.parse(readFileSync(file, 'utf8')) as Sentences;
