/**
 * Checks the language files against English, the reference: every language has every sentence, in ICU syntax that
 * parses and with the same placeholders; every key in the code exists. Every refusal has a sentence, with its own
 * numbers only. With `--unused`, every key is also used somewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { sourceFiles } from './source-files.mjs';

const reference = 'en';
const folder = 'libs/language';
const refusalTables = 'libs/domain/src/refusals';

/** Every fault of the language files, one line each. */
export function languageFaults({ unused }) {
  const languages = new Map(
    readdirSync(folder)
      .filter((name) => name.length === 2)
      .map((language) => [language, readSentences(language)]),
  );
  const sentences = languages.get(reference);
  const named = keysNamedInCode([...new Set([...sentences.keys()].map((key) => key.split('.')[0]))]);
  return [
    ...[...languages].flatMap(([language, own]) => faultsOfLanguage(language, own, sentences)),
    ...named.flatMap((name) =>
      isSaid(name, sentences) ? [] : [`${name.file}: no sentence for ${name.text} in ${reference}`],
    ),
    ...faultsOfRefusals(declaredRefusals(), sentences),
    ...(unused ? unusedKeys(sentences, named) : []),
  ];
}

function readSentences(language) {
  const sentences = new Map();
  const collect = (value, key) => {
    if (typeof value === 'string') sentences.set(key, value);
    else for (const [name, inner] of Object.entries(value)) collect(inner, `${key}.${name}`);
  };
  for (const file of readdirSync(join(folder, language)))
    if (file.endsWith('.json'))
      collect(JSON.parse(readFileSync(join(folder, language, file), 'utf8')), basename(file, '.json'));
  return sentences;
}

function faultsOfLanguage(language, own, sentences) {
  const faults = [];
  for (const key of sentences.keys()) if (!own.has(key)) faults.push(`${language}: ${key} is missing`);
  for (const [key, sentence] of own) {
    const expected = sentences.get(key);
    if (expected === undefined) faults.push(`${language}: ${key} is not in ${reference}`);
    try {
      const placeholders = placeholdersOf(sentence, language).join(', ');
      const wanted = expected === undefined ? placeholders : placeholdersOf(expected, reference).join(', ');
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
    const sentence = sentences.get(keyOf(code));
    if (sentence === undefined) faults.push(`${refusalTables}: no sentence for ${code} in ${reference}`);
    else
      for (const name of placeholdersOf(sentence, reference))
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
function placeholdersOf(sentence, language) {
  const names = new Set();
  const visit = (elements) => {
    for (const { type, value, options } of elements) {
      // 0 is text and 7 the number sign of a plural; everything else names a value.
      if (type !== 0 && type !== 7) names.add(value);
      for (const option of Object.values(options ?? {})) if (option.value) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

/**
 * The keys in the code: `{ file, text, pattern, refusal }`. A key stands in the code as a whole
 * ('admissions.desk.title') or with parts filled in (`admissions.states.${state}`, 'shell.hats.' + key + '.link'), each
 * part being one step of the key. A refusal's code, 'admissions.quorum-missing', has its sentence at
 * admissions.refusals.quorum-missing. If the code builds a key in another way, a comment declares it: says
 * certificate.facts.*
 */
function keysNamedInCode(features) {
  const literal = new RegExp(`(['"\`])((?:${features.join('|')})\\.(?:[\\w.-]|\\$\\{[^}\`]*\\})*)\\1`, 'g');
  const chain = /\s*\+\s*[\w.()[\]?!]+(?:\s*\+\s*(['"])([\w.-]*)\1)?/y;
  const named = [];
  for (const file of sourceFiles(['apps', 'libs'], ['ts', 'html', 'mjs'])) {
    if (/\.spec\.ts$/.test(file) || file.startsWith(refusalTables)) continue;
    const code = readFileSync(file, 'utf8');
    for (const match of code.matchAll(literal)) {
      let text = match[2];
      let position = match.index + match[0].length;
      for (let more = next(chain, code, position); text.endsWith('.') && more; more = next(chain, code, position)) {
        text += `\${…}${more[2] ?? ''}`;
        position += more[0].length;
      }
      const refusal = text.replace('.', '.refusals.');
      named.push({
        file,
        text,
        pattern: patternOf(text),
        refusal: patternOf(refusal),
        certain: isInWeb(file) && isCertainlyAKey(code, match, text),
      });
    }
    for (const [, above] of code.matchAll(/\bsays ([\w.-]+)\.\*/g)) {
      const pattern = new RegExp(`^${above.replaceAll('.', '\\.')}\\.`);
      named.push({ file, text: `${above}.*`, pattern, refusal: pattern, certain: isInWeb(file) });
    }
  }
  return named;
}

/** Elsewhere the compiler knows the keys (`SentenceKey`); templates of screens take any text for one. */
const isInWeb = (file) => file.startsWith('apps/web/');

function next(expression, code, position) {
  expression.lastIndex = position;
  return expression.exec(code);
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

/**
 * Two steps may also be the name of a job or of a file; in a template they are a key. Three steps always
 * are.
 */
function isCertainlyAKey(code, match, text) {
  const before = code.slice(Math.max(0, match.index - 40), match.index);
  const after = code.slice(match.index + match[0].length, match.index + match[0].length + 20);
  return text.split('.').length > 2 || /(say|translate)\(\s*$/.test(before) || /^\s*\|\s*transloco/.test(after);
}

function isSaid({ text, pattern, refusal, certain }, sentences) {
  if (!certain) return true;
  if (sentences.has(text)) return true;
  return [...sentences.keys()].some((key) => pattern.test(key) || refusal.test(key));
}

function unusedKeys(sentences, named) {
  const isNamed = (key) => named.some(({ pattern, refusal }) => pattern.test(key) || refusal.test(key));
  return [...sentences.keys()].filter((key) => !isNamed(key)).map((key) => `${reference}: nothing uses ${key}`);
}
