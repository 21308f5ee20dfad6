/**
 * Before the web application is built: the sentences of each language in two files that never change, and the page that
 * names them; and in each language the page for a scan without a connection. The first part is what most visitors meet
 * (`first-words.json`), so that they wait for no more than that.
 */
import '../node.mjs';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import compile from 'icu-minify/compile';
import { firstWords, languageCodes, sentencesOf } from '../language-files.mjs';

const out = 'dist/web';
const first = firstWords();

/** Compiled here, so that no browser needs a parser for them. */
const compiling = (_, value) => (typeof value === 'string' ? compile(value) : value);

/** What of the sentences is in the first part, or what is not. */
function partOf(sentences, isFirst, above = '') {
  const entries = Object.entries(sentences).flatMap(([name, value]) => {
    const key = above + name;
    if (first.includes(key)) return isFirst ? [[name, value]] : [];
    if (typeof value === 'string' || Array.isArray(value)) return isFirst ? [] : [[name, value]];
    const inner = partOf(value, isFirst, `${key}.`);
    return Object.keys(inner).length ? [[name, inner]] : [];
  });
  return Object.fromEntries(entries);
}

/** Writes a file under a name that changes with it, and answers its address. */
function write(name, sentences) {
  const json = JSON.stringify(sentences);
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 8);
  writeFileSync(join(out, 'language', `${name}-${hash}.json`), json);
  return `/language/${name}-${hash}.json`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'language'), { recursive: true });
const languages = {};
for (const code of languageCodes()) {
  const sentences = sentencesOf(code, compiling);
  languages[code] = {
    name: sentences.common.name,
    first: write(`${code}-first`, partOf(sentences, true)),
    rest: write(`${code}-rest`, partOf(sentences, false)),
  };
}
const page = readFileSync('apps/web/src/index.html', 'utf8');
const place = '<script type="application/json" id="languages"></script>';
if (!page.includes(place)) throw new Error('apps/web/src/index.html has no place for the list of languages');
writeFileSync(
  join(out, 'index.html'),
  page.replace(place, () => place.replace('></', `>${JSON.stringify(languages)}</`)),
);

// Without a connection there is nothing to format a sentence with: these two have no numbers in them.
const offline = readFileSync('apps/web/src/check-in-offline.html', 'utf8');
mkdirSync(join(out, 'check-in-offline'));
for (const code of languageCodes()) {
  const { title, text } = sentencesOf(code)['check-in'].outcome.waiting;
  const words = { language: code, title, text };
  writeFileSync(
    join(out, 'check-in-offline', `${code}.html`),
    offline.replace(/__(language|title|text)__/g, (_, name) => words[name]),
  );
}
