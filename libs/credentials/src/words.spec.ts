import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayIn, type Sentences, type SentenceKey } from '@libretto/language';
import { annexElements } from './award/award-record';
import { contentsOf } from './verification/contents';
import { aGradedRecord, anAwardRecord } from './testing/award-record.builder';
import { checkNames, failed, passed, type Verdict } from './findings/verification';
import { sayCheck, sayContents, sayVerdict, type Tongue } from './words';

const language = join(__dirname, '..', '..', 'language');
const sentencesOf = (code: string) =>
  JSON.parse(readFileSync(join(language, code, 'verification.json'), 'utf8')) as Sentences;
const tongue = (code: string): Tongue => ({ language: code, say: sayIn(code, { verification: sentencesOf(code) }) });
const english = tongue('en');

const source = (name: string) => readFileSync(join(__dirname, `${name}.ts`), 'utf8');
/** The codes that a union type lists. */
const unionIn = (name: string, type: string): string[] =>
  [...(new RegExp(`type ${type} =([^;]*);`).exec(source(name))?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(
    ([, code]) => code!,
  );

/** The codes that the source hands to one of the outcomes, as it spells them, and those that it keeps in types. */
function codesInSource(): [string, string][] {
  const spelt = [
    'origin/format',
    'origin/origin',
    'origin/origin-of-token',
    'sealed/origin-of-sealed',
    'disclosing/binding',
    'status/status',
    'status/token-status',
    'verification/claims',
    'verification/contents',
    'verification/dates',
    'verification/disclosing-checks',
    'verification/hosted-checks',
    'verification/log-check',
    'verification/resources',
    'verification/sealed-checks',
    'verification/trust',
    'verification/verify',
  ].flatMap((name) =>
    [...source(name).matchAll(/(?:passed|failed|notChecked|notKnown)\(\s*'([\w-]+)',\s*'([\w-]+)'/g)].map(
      ([, check, code]) => [check!, code!] as [string, string],
    ),
  );
  const lists = [source('status/status'), source('status/status-list')].flatMap((text) =>
    [...text.matchAll(/'(list-[\w-]+)'/g)].map(([, code]) => code!),
  );
  return [
    ...spelt,
    ...unionIn('keys/issuer', 'NoKey').map((code) => ['issuer', code] as [string, string]),
    ...unionIn('disclosing/disclosures', 'DisclosureFault').map((code) => ['disclosures', code] as [string, string]),
    ...unionIn('reading/read-input', 'UnreadableCode').map((code) => ['format', code] as [string, string]),
    ...unionIn('keys/certificates', 'NotCertified').map((code) => ['issuer', code] as [string, string]),
    ...['without-address', 'not-served', 'other-host', 'host-unreachable'].map(
      (code) => ['issuer', code] as [string, string],
    ),
    ...lists.map((code) => ['status', code] as [string, string]),
    ...['no-key', 'not-presented'].map((code) => ['binding', code] as [string, string]),
    ...['no-dates', 'without-end', 'until', 'current'].map((code) => ['dates', code] as [string, string]),
  ];
}

describe('the words of a verification', () => {
  it.each(codesInSource())('%s: there is a sentence for %s', (name, code) => {
    const key = `verification.checks.${name}.${code}`;
    const values = new Proxy({}, { get: () => 'x', has: () => true, ownKeys: () => [] });
    expect(english.say(key as SentenceKey, values)).not.toBe(key);
  });

  it.each(unionIn('findings/verification', 'Verdict'))(
    'has a word and a meaning for %s, in every language',
    (verdict) => {
      for (const code of ['en', 'it']) {
        const { word, meaning } = sayVerdict(verdict as Verdict, tongue(code));
        expect([word, meaning].filter((said) => said.startsWith('verification.'))).toEqual([]);
      }
    },
  );

  it('speaks of dates that are not there', () => {
    for (const code of ['no-dates', 'until']) {
      expect(() =>
        sayCheck(passed('dates', code, code === 'until' ? { until: '2027-01-01T00:00:00Z' } : {}), english),
      ).not.toThrow();
    }
  });

  it('has a title for each check and a name for each element', () => {
    for (const key of [
      ...checkNames.map((name) => `checks.${name}.title` as const),
      ...annexElements.map((element) => `elements.${element}` as const),
    ]) {
      expect(english.say(`verification.${key}`)).not.toBe(`verification.${key}`);
    }
  });

  it('says since when, where that is known', () => {
    expect(sayCheck(failed('status', 'revoked'), english).sentence).toBe('Revoked by the issuer.');
    expect(sayCheck(failed('status', 'revoked', { since: '2026-11-22T09:00:00Z' }), english).sentence).toContain(
      'Sunday, 22 November 2026',
    );
    expect(
      sayCheck(failed('contents', 'incomplete', { missing: ['title', 'level'] }), tongue('it')).sentence,
    ).toContain('il titolo e il livello EQF');
  });

  it('keeps a hostile name as text', () => {
    expect(sayCheck(passed('holder', 'named', { holder: '<b>{x}</b>' }), english).sentence).toContain('<b>{x}</b>');
  });

  it('tells a grade with its scale and how the others did, and nothing that is no such thing', () => {
    const award = aGradedRecord();
    const said = (grades: unknown) =>
      sayContents(contentsOf({ credentialSubject: { awardRecord: { ...award, grades } } } as never), english)
        .flatMap(({ values }) => values)
        .filter((value) => value.startsWith('Automatic recognition in practices:'));
    expect(said(award.grades)).toEqual([
      'Automatic recognition in practices: 28 (best grade 30 e lode, passed from 18)',
      'Automatic recognition in practices: 30: 25%, 28: 75%; of 12 people of this edition who had passed when this was issued',
    ]);
    for (const strange of [
      {},
      [{ grade: '28' }],
      award.grades?.map((one) => ({ ...one, distribution: { people: 'many' } })),
    ])
      expect(said(strange)).toEqual([]);
  });

  it('tells the whole award in either language', () => {
    const award = anAwardRecord({
      edition: { name: 'Spring', startsOn: '2026-10-01', endsOn: '2026-11-01' },
      prerequisites: [{ en: 'A degree', it: 'Una laurea' }],
    });
    const rows = (code: string) =>
      sayContents({ title: award.title, award }, tongue(code)).map(
        ({ label, values }) => `${label}: ${values.join(' · ')}`,
      );
    expect(rows('en')).toMatchSnapshot();
    expect(rows('it')).toMatchSnapshot();
  });

  it.each([
    ['en', 'issuing_country', 'HR', 'Croatia'],
    ['it', 'issuing_country', 'HR', 'Croazia'],
    ['en', 'issuing_country', 'hr\n', 'hr\n'],
    ['it', 'language_of_classes', 'en', 'inglese'],
    ['en', 'language_of_classes', '<b>', '<b>'],
    ['en', 'expected_study_time', 'PT125H30M', '125\u00a0h 30\u00a0min'],
    ['it', 'expected_study_time', 'PT1H', '1\u00a0h'],
    ['en', 'expected_study_time', 'P1Y', 'P1Y'],
    ['en', 'form_of_participation', 'in-presence', 'In presence'],
    ['en', 'form_of_participation', 'toString', 'toString'],
    ['en', 'toString', 'HR', 'HR'],
    ['it', 'birth_date', '1990-05-04', '4 maggio 1990'],
  ])('says in %s of the claim %s: %j as %j', (code, claim, value, said) => {
    const claims = { type: 'urn:example', shown: { [claim]: value } };
    expect(sayContents({ title: '', claims }, tongue(code))[0]?.values).toEqual([said]);
  });
});
