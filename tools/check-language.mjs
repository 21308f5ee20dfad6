/**
 * Checks the language files against English, the reference: every language has every sentence, in ICU syntax that
 * parses and with the same placeholders; no refusal's sentence has numbers that its refusal lacks; every key is used
 * somewhere, and every first word is there. That every key in the code exists is the compiler's business: `SentenceKey` of libs/language.
 */
import { readFileSync } from 'node:fs';
import compile from 'icu-minify/compile';
import { documentLanguages, firstWords, languageCodes, sentencesOf } from './language-files.mjs';
import { sourceFiles } from './source-files.mjs';

const reference = 'en';
const refusalTables = 'libs/domain/src/refusals';

/** Every fault of the language files, one line each. */
export function languageFaults() {
  const languages = new Map(languageCodes().map((language) => [language, flat(sentencesOf(language))]));
  const sentences = languages.get(reference);
  const ofDocuments = new Map([...sentences].filter(([key]) => key.startsWith('certificate.')));
  return [
    ...[...languages].flatMap(([language, own]) => faultsOfLanguage(language, own, sentences)),
    ...documentLanguages().flatMap((own) =>
      faultsOfLanguage(`documents/${own.code}`, flat(own.sentences), ofDocuments),
    ),
    ...faultsOfRefusals(declaredRefusals(), sentences),
    ...unusedKeys(sentences),
    ...emptyFirstWords(sentences),
  ];
}

function flat(nested) {
  const sentences = new Map();
  const collect = (value, key) => {
    if (typeof value === 'string') sentences.set(key, value);
    else for (const [name, inner] of Object.entries(value)) collect(inner, `${key}.${name}`);
  };
  for (const [feature, inner] of Object.entries(nested)) collect(inner, feature);
  return sentences;
}

function faultsOfLanguage(language, own, sentences) {
  const faults = [];
  for (const key of sentences.keys()) if (!own.has(key)) faults.push(`${language}: ${key} is missing`);
  for (const [key, sentence] of own) {
    const expected = sentences.get(key);
    if (expected === undefined) faults.push(`${language}: ${key} is not in ${reference}`);
    try {
      const placeholders = placeholdersOf(sentence).join(', ');
      const wanted = expected === undefined ? placeholders : placeholdersOf(expected).join(', ');
      if (placeholders !== wanted)
        faults.push(`${language}: ${key} uses {${placeholders}}, ${reference} uses {${wanted}}`);
    } catch (error) {
      faults.push(`${language}: ${key} does not parse: ${error.message}`);
    }
  }
  return faults;
}

/** Each code that the rules know, with the names of its numbers: the compiler holds every refusal to them. */
function declaredRefusals() {
  const tables = sourceFiles([refusalTables], ['ts']).map((file) => readFileSync(file, 'utf8'));
  return new Map(
    [...tables.join('').matchAll(/'([\w-]+\.[\w-]+)': \[([^\]]*)\]/g)].map(([, code, numbers]) => [
      code,
      [...numbers.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    ]),
  );
}

function faultsOfRefusals(declared, sentences) {
  const keyOf = (code) => code.replace('.', '.refusals.');
  const faults = [];
  for (const [code, numbers] of declared) {
    for (const name of placeholdersOf(sentences.get(keyOf(code)) ?? ''))
      if (!numbers.includes(name))
        faults.push(`${reference}: ${keyOf(code)} uses {${name}}, which ${code} does not have`);
  }
  const known = new Set([...declared.keys()].map(keyOf));
  for (const key of sentences.keys())
    if (/^[\w-]+\.refusals\./.test(key) && !known.has(key))
      faults.push(`${reference}: ${key} is no refusal of ${refusalTables}`);
  return faults;
}

/** The placeholders of a sentence, through all the arms of its plurals and choices. */
function placeholdersOf(sentence) {
  const names = new Set();
  const visit = (pieces) => {
    for (const piece of [pieces].flat()) {
      // A text, or the number sign of a plural.
      if (!Array.isArray(piece)) continue;
      const [name, kind, options] = piece;
      if (kind !== undefined && typeof kind !== 'number') throw new Error(`<${name}> is no part of a sentence`);
      names.add(name);
      if (typeof options === 'object') for (const option of Object.values(options)) visit(option);
    }
  };
  visit(compile(sentence));
  return [...names].sort();
}

/**
 * The keys in the code, as patterns. A key stands in the code as a whole ('admissions.desk.title') or with parts filled
 * in (`admissions.states.${state}`), each part being one step of the key. A refusal's code, 'admissions.quorum-missing',
 * has its sentence at admissions.refusals.quorum-missing. If the code builds a key in another way, a comment declares it:
 * says certificate.facts.*
 */
function keysNamedInCode(features) {
  const literal = new RegExp(`(['"\`])((?:${features.join('|')})\\.(?:[\\w.-]|\\$\\{[^}\`]*\\})*)\\1`, 'g');
  const named = [];
  for (const file of sourceFiles(['apps', 'libs'], ['ts', 'html', 'mjs'])) {
    if (/\.spec\.ts$/.test(file) || file.startsWith(refusalTables)) continue;
    const code = readFileSync(file, 'utf8');
    for (const [, , text] of code.matchAll(literal))
      named.push(patternOf(text), patternOf(text.replace('.', '.refusals.')));
    for (const [, above] of code.matchAll(/\bsays ([\w.-]+)\.\*/g))
      named.push(new RegExp(`^${above.replaceAll('.', '\\.')}\\.`));
  }
  return named;
}

/**
 * A placeholder in the middle of a key is one step; one at its end may be several: `certificate.${key}` with
 * 'facts.level'.
 */
const patternOf = (text) =>
  new RegExp(
    `^${text
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll('.', '\\.'))
      .join('[\\w-]+')
      .replace(/\[\\w-\]\+$/, '[\\w.-]+')}$`,
  );

function unusedKeys(sentences) {
  const named = keysNamedInCode([...new Set([...sentences.keys()].map((key) => key.split('.')[0]))]);
  return [...sentences.keys()]
    .filter((key) => !named.some((pattern) => pattern.test(key)))
    .map((key) => `${reference}: nothing uses ${key}`);
}

const emptyFirstWords = (sentences) =>
  firstWords()
    .filter((first) => ![...sentences.keys()].some((key) => key === first || key.startsWith(`${first}.`)))
    .map((first) => `first-words.json: ${reference} has no ${first}`);
