import fc from 'fast-check';
import {
  type ApplicationForm,
  asAsked,
  type Asks,
  type Dossier,
  emptyForm,
  type EvidenceKind,
  missingFrom,
  monthsOfExperience,
  partsAsked,
  type PreCheck,
  preCheck,
} from '.';

const preChecks: PreCheck[] = [
  { about: 'eqf-level', atLeast: 6 },
  { about: 'months-of-experience', atLeast: 12 },
  { about: 'cefr', language: 'en', atLeast: 'B2' },
];
const degree = { title: 'Laurea', institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2015 };
const post = { employer: 'Sapienza', role: 'Admissions officer', from: '2020-01-01', until: null };
const whole: ApplicationForm = {
  degrees: [degree],
  posts: [post],
  languages: [{ language: 'en', level: 'C1' }],
  referees: [],
  motivation: 'To recognise automatically what should be.',
  exceptionalConditions: '',
  answers: {},
};
const required = preChecks.map((check) => ({ kind: 'required' as const, preCheck: check }));
const asks: Asks = { criteria: required, knowsException: true, fields: [] };
const files = (...kinds: EvidenceKind[]) => ({ evidence: kinds.map((kind) => ({ kind, fieldId: null })) });
const dossier = (form: Partial<ApplicationForm> = {}, changes: Partial<Dossier> = {}): Dossier => ({
  form: { ...whole, ...form },
  ...files('degree'),
  institutionId: 'sapienza',
  ...changes,
});

describe('a dossier', () => {
  it.each<[string, Dossier, string[]]>([
    ['complete', dossier(), []],
    ['of somebody who has not said where they work', dossier({}, { institutionId: null }), ['institution']],
    ['without a degree', dossier({ degrees: [] }), ['degree']],
    ['without the degree’s file', dossier({}, files('language')), ['degree-evidence']],
    ['without a post', dossier({ posts: [] }), ['post']],
    ['without the language that is asked for', dossier({ languages: [{ language: 'fr', level: 'C2' }] }), ['language']],
    ['without a motivation', dossier({ motivation: '' }), ['motivation']],
    ['claiming an exception on no evidence', dossier({ exceptionalConditions: 'Refugee' }), ['exception-evidence']],
    [
      'claiming an exception instead of a post',
      dossier({ posts: [], exceptionalConditions: 'Refugee' }, files('degree', 'exceptional-conditions')),
      [],
    ],
  ])('%s', (_, it, missing) => expect(missingFrom(it, asks)).toEqual(missing));

  it.each<[string, Partial<Asks>, string[]]>([
    ['no criterion', { criteria: [] }, []],
    ['a criterion that only members judge', { criteria: [{ kind: 'required' }] }, []],
    ['what is only preferred', { criteria: required.map((criterion) => ({ ...criterion, kind: 'preferred' })) }, []],
    [
      'a degree, and experience if there is some',
      { criteria: [...required.slice(0, 1), { kind: 'preferred', preCheck: preChecks[1] }] },
      ['degree', 'degree-evidence'],
    ],
  ])('that is empty lacks, where the programme has %s', (_, terms, expected) => {
    const missing = missingFrom({ form: emptyForm, evidence: [], institutionId: 'x' }, { ...asks, ...terms });
    expect(missing.filter((item) => item !== 'motivation')).toEqual(expected);
  });

  it('claims no exception where the programme has none', () => {
    const claiming = dossier({ posts: [], exceptionalConditions: 'Refugee' });
    expect(missingFrom(claiming, { ...asks, knowsException: false })).toEqual(['post']);
  });

  it.each<[string, Partial<ApplicationForm>, EvidenceKind[]]>([
    ['a degree', { degrees: [] }, ['exceptional-conditions']],
    ['a language', { languages: [] }, ['degree', 'exceptional-conditions']],
    ['anything that a criterion reads', { degrees: [], posts: [], languages: [] }, ['exceptional-conditions']],
  ])('may claim an exception instead of %s', (_, form, kinds) => {
    const claims = dossier({ ...form, exceptionalConditions: 'Refugee' }, files(...kinds));
    expect(missingFrom(claims, asks)).toEqual([]);
    expect(missingFrom(claims, { ...asks, knowsException: false })).not.toEqual([]);
  });

  it('goes without the parts and the files that are not asked', () => {
    const all = dossier({ exceptionalConditions: 'Refugee', answers: { own: 'mine' } });
    const evidence = [
      ...files('degree', 'experience', 'language', 'exceptional-conditions', 'other').evidence,
      { kind: 'other' as const, fieldId: 'own' },
    ];
    const sent = asAsked(['posts'], { ...all, evidence });
    expect(sent.form).toEqual({ ...emptyForm, posts: [post], motivation: whole.motivation, answers: { own: 'mine' } });
    expect(sent.evidence.map(({ kind, fieldId }) => fieldId ?? kind)).toEqual(['experience', 'other', 'own']);
  });

  it.each<[string, Partial<Asks>, string[]]>([
    ['everything', {}, ['degrees', 'posts', 'languages', 'exceptionalConditions']],
    ['nothing', { criteria: [], knowsException: false }, []],
    [
      'a language that is preferred',
      {
        criteria: [{ kind: 'preferred', preCheck: { about: 'cefr', language: 'it', atLeast: 'B1' } }],
        knowsException: false,
      },
      ['languages'],
    ],
    [
      'a field of its own that hangs on posts',
      { criteria: [], knowsException: false, fields: [{ id: 'why', kind: 'text', when: { field: 'posts' } }] },
      ['posts'],
    ],
  ])('has the parts that are read, where the programme asks for %s', (_, terms, expected) => {
    expect(partsAsked({ ...asks, ...terms })).toEqual(expected);
  });
});

describe('experience', () => {
  it.each([
    ['none', [], 0],
    ['one year to the day', [{ from: '2023-01-01', until: '2023-12-31' }], 12],
    ['a leap year', [{ from: '2024-01-01', until: '2024-12-31' }], 12],
    ['a day less than a year', [{ from: '2023-01-01', until: '2023-12-29' }], 11],
    ['a post still held', [{ from: '2025-11-24', until: null }], 12],
    [
      'two at once',
      [
        { from: '2023-01-01', until: '2023-12-31' },
        { from: '2023-03-01', until: '2023-06-30' },
      ],
      12,
    ],
    [
      'one after the other',
      [
        { from: '2023-01-01', until: '2023-06-30' },
        { from: '2023-07-01', until: '2023-12-31' },
      ],
      12,
    ],
    [
      'with a gap',
      [
        { from: '2022-01-01', until: '2022-06-30' },
        { from: '2023-01-01', until: '2023-06-30' },
      ],
      11,
    ],
    ['a post to come', [{ from: '2027-01-01', until: null }], 0],
    ['a post that ends before it begins', [{ from: '2024-01-01', until: '2023-01-01' }], 0],
  ])('%s', (_, posts, months) => expect(monthsOfExperience(posts, '2026-11-23')).toBe(months));

  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const posts = fc.array(fc.record({ from: day, until: fc.option(day) }), { maxLength: 6 });
  it('counts what overlaps once, in any order, and never more than the time there was', () => {
    fc.assert(
      fc.property(posts, (held) => {
        const months = monthsOfExperience(held, '2026-01-01');
        expect(monthsOfExperience([...held, ...held].reverse(), '2026-01-01')).toBe(months);
        expect(months).toBeLessThanOrEqual(36 * 12);
      }),
    );
  });
});

describe('a pre-check', () => {
  const [eqf, months, cefr] = preChecks as [PreCheck, PreCheck, PreCheck];
  it.each<[string, PreCheck, Partial<ApplicationForm>, string, string | null]>([
    [
      'the highest level counts',
      eqf,
      {
        degrees: [
          { ...degree, eqfLevel: 4 },
          { ...degree, eqfLevel: 7 },
        ],
      },
      'reached',
      '7',
    ],
    ['a level too low', eqf, { degrees: [{ ...degree, eqfLevel: 5 }] }, 'not-reached', '5'],
    ['no degree', eqf, { degrees: [] }, 'no-data', null],
    ['exactly a year', months, { posts: [{ ...post, from: '2023-01-01', until: '2023-12-31' }] }, 'reached', '12'],
    ['too short', months, { posts: [{ ...post, from: '2023-01-01', until: '2023-06-30' }] }, 'not-reached', '5'],
    ['no post', months, { posts: [] }, 'no-data', null],
    ['exactly the level', cefr, { languages: [{ language: 'en', level: 'B2' }] }, 'reached', 'B2'],
    ['below the level', cefr, { languages: [{ language: 'en', level: 'B1' }] }, 'not-reached', 'B1'],
    ['another language', cefr, { languages: [{ language: 'fr', level: 'C2' }] }, 'no-data', null],
  ])('%s', (_, check, form, outcome, found) => {
    expect(preCheck(check, { ...whole, ...form }, '2026-11-23')).toMatchObject({ outcome, found });
  });
});
