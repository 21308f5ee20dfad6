import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayIn, type Sentences } from '@libretto/language';
import { annexElements } from './award-record';
import { anAwardRecord } from './award-record.builder';
import { checkNames, failed, passed } from './verification';
import { sayCheck, sayContents, type Tongue } from './words';

const language = join(__dirname, '..', '..', 'language');
const sentencesOf = (code: string) => JSON.parse(readFileSync(join(language, code, 'verification.json'), 'utf8')) as Sentences;
const tongue = (code: string): Tongue => ({ language: code, say: sayIn(code, { verification: sentencesOf(code) }) });
const english = tongue('en');

/** The codes that the source hands to one of the three outcomes, as it spells them. */
function codesInSource(): [string, string][] {
  const files = ['format', 'contents', 'verify', 'origin', 'status'].map((name) => readFileSync(join(__dirname, `${name}.ts`), 'utf8'));
  return files.flatMap((source) =>
    [...source.matchAll(/(?:passed|failed|notChecked)\(\s*'([\w-]+)',\s*'([\w-]+)'/g)].map(([, name, code]) => [name!, code!] as [string, string]),
  );
}

describe('the words of a verification', () => {
  it.each(codesInSource())('%s: there is a sentence for %s', (name, code) => {
    const key = `verification.checks.${name}.${code}`;
    const values = new Proxy({}, { get: () => 'x', has: () => true, ownKeys: () => [] });
    expect(english.say(key, values)).not.toBe(key);
  });

  it('has a title for each check and a name for each element', () => {
    for (const key of [...checkNames.map((name) => `checks.${name}.title`), ...annexElements.map((element) => `elements.${element}`)]) {
      expect(english.say(`verification.${key}`)).not.toBe(`verification.${key}`);
    }
  });

  it('says since when, where that is known', () => {
    expect(sayCheck(failed('status', 'revoked'), english).sentence).toBe('Revoked by the issuer.');
    expect(sayCheck(failed('status', 'revoked', { since: '2026-11-22T09:00:00Z' }), english).sentence).toContain(
      'Sunday, 22 November 2026',
    );
    expect(sayCheck(failed('contents', 'incomplete', { missing: ['title', 'level'] }), tongue('it')).sentence).toContain(
      'il titolo e il livello EQF',
    );
  });

  it('keeps a hostile name as text', () => {
    expect(sayCheck(passed('holder', 'named', { holder: '<b>{x}</b>' }), english).sentence).toContain('<b>{x}</b>');
  });

  it('tells the whole award in either language', () => {
    const award = anAwardRecord({ edition: { name: 'Spring', startsOn: '2026-10-01', endsOn: '2026-11-01' }, prerequisites: [{ en: 'A degree', it: 'Una laurea' }] });
    const rows = (code: string) => sayContents({ title: award.title, award }, tongue(code)).map(({ label, values }) => `${label}: ${values.join(' · ')}`);
    expect(rows('en')).toMatchSnapshot();
    expect(rows('it')).toMatchSnapshot();
  });
});
