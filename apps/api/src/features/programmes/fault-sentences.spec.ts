import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sentences, sayIn, type Say, type SentenceKey } from '@libretto/language';
import { findLanguageFolder, readLanguages } from '@libretto/language/files';

const languages = readLanguages(findLanguageFolder(__dirname));
const domain = join(__dirname, '../../../../../libs/domain/src/programmes');

/** Every code that a rule or the checker gives, collected from their sources. */
const codes = [domain, __dirname]
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/faultAt\([^]*?'programmes\.([a-z-]+)'/g)].map(
      ([, code]) => code as string,
    ),
  );

describe.each([...languages])('the faults of a programme file in %s', (language, sentences: Sentences) => {
  const say = sayIn(language, sentences);
  const numbers = { element: 'level', of: 'string', found: 'x', form: 'key', expected: 'int', direction: 'over' };
  // The values of a sentence do not matter here: any number will do.
  const anything = new Proxy(numbers as Record<string, unknown>, {
    get: (known, name) => known[String(name)] ?? 2,
    has: () => true,
  });

  it.each([...new Set(codes)])('%s says what is wrong and how to cure it', (code) => {
    for (const group of ['refusals', 'cures'])
      expect(sentenceOf(say, `programmes.${group}.${code}`, anything)).toMatch(/[.:]$/);
  });
});

function sentenceOf(say: Say, key: string, values: Record<string, unknown>): string {
  const sentence = say(key as SentenceKey, values);
  if (sentence === key) throw new Error(`No sentence for ${key}`);
  return sentence;
}
