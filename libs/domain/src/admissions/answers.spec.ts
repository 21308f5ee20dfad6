import fc from 'fast-check';
import type { ColumnRule, FieldRule } from '../programmes';
import {
  type Answers,
  answerFaults,
  answersToSend,
  type Dossier,
  emptyForm,
  type EvidenceKind,
  isAnswered,
  lacking,
  missingFrom,
  showing,
  withoutFaults,
} from '.';

const kinds = ['academic', 'professional', 'refugees'].map((id) => ({ id }));
const columns: ColumnRule[] = [
  { id: 'name', kind: 'text', required: true },
  { id: 'since', kind: 'date' },
  { id: 'constructor', kind: 'choice', options: kinds, several: true },
];
const fields: FieldRule[] = [
  { id: 'kinds', kind: 'choice', options: kinds, several: true, required: true },
  { id: 'role', kind: 'choice', options: kinds },
  {
    id: 'a-year',
    kind: 'number',
    min: 1,
    max: 5000,
    required: true,
    when: { field: 'kinds', is: ['academic', 'professional'] },
  },
  { id: 'share', kind: 'number', decimal: true, min: 0, max: 1 },
  { id: 'since', kind: 'date', from: '2000-01-01', until: '2026-12-31' },
  { id: 'why', kind: 'text', long: true, min: 10, max: 20 },
  { id: 'tools', kind: 'group', fields: columns, min: 2, max: 3 },
  { id: 'statement', kind: 'file', required: true, when: { field: 'a-year' } },
  { id: 'apart', kind: 'text', required: true, when: { field: 'exceptionalConditions' } },
];

const written = (answers: Answers, ...files: (string | null)[]) => ({
  form: { ...emptyForm, answers },
  evidence: files.map((fieldId) => ({ kind: 'other' as EvidenceKind, fieldId })),
});

describe('an answer', () => {
  it.each<[string, unknown]>([
    ['several options', { kinds: ['academic', 'refugees'] }],
    ['one option', { role: 'academic' }],
    ['the least number', { 'a-year': 1 }],
    ['the largest number', { 'a-year': 5000 }],
    ['a fraction', { share: 0.25 }],
    ['the first day', { since: '2000-01-01' }],
    ['the last day', { since: '2026-12-31' }],
    ['a text that is still too short', { why: 'Because' }],
    ['fewer rows than are needed, with gaps', { tools: [{}, { since: '2020-02-29' }] }],
    ['what does not show', { apart: 'A refugee' }],
  ])('is kept: %s', (_, answers) => expect(answerFaults(fields, answers as Answers)).toEqual([]));

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a field that is not there', { salary: 1 }, 'salary', 'no-such-field'],
    ['what every object has', { toString: 'x' }, 'toString', 'no-such-field'],
    ['a prototype', JSON.parse('{ "__proto__": "x" }'), '__proto__', 'no-such-field'],
    ['text for a file', { statement: 'x' }, 'statement', 'no-such-field'],
    ['a text for options', { kinds: 'academic' }, 'kinds', 'not-possible'],
    ['options for one option', { role: ['academic'] }, 'role', 'not-possible'],
    ['no option', { kinds: [] }, 'kinds', 'not-possible'],
    ['an option twice', { kinds: ['academic', 'academic'] }, 'kinds', 'not-possible'],
    ['an option that is not there', { kinds: ['academic', 'law'] }, 'kinds', 'no-such-option'],
    ['a number as text', { 'a-year': '3' }, 'a-year', 'not-a-number'],
    ['no number', { share: Number.NaN }, 'share', 'not-a-number'],
    ['half a decision', { 'a-year': 1.5 }, 'a-year', 'not-whole'],
    ['too small a number', { 'a-year': 0 }, 'a-year', 'too-small'],
    ['too large a number', { 'a-year': 5001 }, 'a-year', 'too-big'],
    ['a day that there is not', { since: '2023-02-29' }, 'since', 'no-such-day'],
    ['a moment', { since: '2023-02-20T00:00:00Z' }, 'since', 'no-such-day'],
    ['a day too early', { since: '1999-12-31' }, 'since', 'too-early'],
    ['a day too late', { since: '2027-01-01' }, 'since', 'too-late'],
    ['a text of blanks', { why: '  ' }, 'why', 'not-possible'],
    ['a text too long', { why: 'x'.repeat(21) }, 'why', 'too-long'],
    ['nothing', { why: null }, 'why', 'not-possible'],
    ['a row instead of rows', { tools: { name: 'x' } }, 'tools', 'not-possible'],
    ['a text for a row', { tools: ['x'] }, 'tools.0', 'not-possible'],
    ['too many rows', { tools: [{}, {}, {}, {}] }, 'tools', 'too-many-rows'],
    ['a column that is not there', { tools: [{}, { price: 1 }] }, 'tools.1.price', 'no-such-field'],
    ['a fault in a column', { tools: [{ name: 'x'.repeat(201) }] }, 'tools.0.name', 'too-long'],
  ])('is not kept: %s', (_, answers, path, reason) => {
    expect(answerFaults(fields, answers)).toMatchObject([
      { path: path.split('.').map((step) => (/^\d$/.test(step) ? Number(step) : step)), reason },
    ]);
    const kept = withoutFaults(fields, { role: 'academic', ...answers });
    expect(answerFaults(fields, kept)).toEqual([]);
    expect(kept['role']).toBe('role' in answers ? undefined : 'academic');
  });

  it('takes nothing else of its rows with it', () => {
    const rows = [{ name: 'ARENA', since: '2020-02-30' }, 'x', { name: 'DEQAR', price: 1 }];
    expect(withoutFaults(fields, { tools: rows })).toEqual({ tools: [{ name: 'ARENA' }, { name: 'DEQAR' }] });
  });
});

describe('own fields', () => {
  const all = fields.map(({ id }) => id);
  const without = (...hidden: string[]) => all.filter((id) => !hidden.includes(id));

  it.each<[string, ReturnType<typeof written>, string[]]>([
    ['without a condition, and no others', written({}), without('a-year', 'statement', 'apart')],
    ['where one of the options is chosen', written({ kinds: ['refugees', 'academic'] }), without('statement', 'apart')],
    ['not where another is', written({ kinds: ['refugees'] }), without('a-year', 'statement', 'apart')],
    ['where another is answered', written({ kinds: ['academic'], 'a-year': 3 }), without('apart')],
    [
      'not where the other does not show itself',
      written({ kinds: ['refugees'], 'a-year': 3 }),
      without('a-year', 'statement', 'apart'),
    ],
    [
      'where a field of every form is answered',
      { ...written({}), form: { ...emptyForm, exceptionalConditions: 'War' } },
      without('a-year', 'statement'),
    ],
  ])('show %s', (_, it, shown) => expect(showing(fields, it).map(({ id }) => id)).toEqual(shown));

  it.each<[string, ReturnType<typeof written>, object[]]>([
    ['what is required', written({}), [{ key: 'own.kinds', reason: 'missing', numbers: {} }]],
    ['what is required once it shows', written({ kinds: ['academic'] }), [{ key: 'own.a-year', reason: 'missing' }]],
    ['a file', written({ kinds: ['academic'], 'a-year': 3 }, null), [{ key: 'own.statement', reason: 'missing' }]],
    ['nothing', written({ kinds: ['academic'], 'a-year': 3 }, 'statement'), []],
    [
      'more text',
      written({ kinds: ['refugees'], why: 'Because' }),
      [{ key: 'own.why', reason: 'too-short', numbers: { least: 10 } }],
    ],
    [
      'more rows, where there are any',
      written({ kinds: ['refugees'], tools: [{ name: 'ARENA' }, {}] }),
      [{ key: 'own.tools', reason: 'too-few-rows', numbers: { least: 2 } }],
    ],
    [
      'a part of a row',
      written({ kinds: ['refugees'], tools: [{ name: 'ARENA' }, {}, { since: '2020-01-01' }] }),
      [{ key: 'own.tools', reason: 'row-with-gap', numbers: { row: 2 } }],
    ],
  ])('lack %s', (_, it, lacks) => expect(lacking(fields, it)).toMatchObject(lacks));

  it('are named among what a dossier misses', () => {
    const dossier: Dossier = { ...written({ kinds: ['academic'] }), institutionId: 'x' };
    expect(missingFrom(dossier, { criteria: [], knowsException: false, fields })).toEqual(['motivation', 'own.a-year']);
  });

  it('go to the commission as far as they show, without empty rows', () => {
    const answers: Answers = { kinds: ['refugees'], 'a-year': 3, tools: [{}, { name: 'ARENA' }], apart: 'x' };
    expect(answersToSend(fields, written(answers))).toEqual({ kinds: ['refugees'], tools: [{ name: 'ARENA' }] });
  });
});

/** Answers that may stand in a form: a fitting one to each field, or none. */
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const option = fc.constantFrom('academic', 'professional', 'refugees');
const text = (maxLength: number) => fc.string({ minLength: 1, maxLength }).filter((one) => one.trim() !== '');
const anyAnswers = fc.record(
  {
    kinds: fc.uniqueArray(option, { minLength: 1 }),
    role: option,
    'a-year': fc.integer({ min: 1, max: 5000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    since: day,
    why: text(20),
    tools: fc.array(
      fc.record(
        { name: text(200), since: day, constructor: fc.uniqueArray(option, { minLength: 1 }) },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    apart: text(200),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;
const anyWritten = fc
  .tuple(anyAnswers, fc.subarray(['statement', null]), fc.constantFrom('', 'War'))
  .map(([answers, files, exceptionalConditions]) => {
    const it = written(answers, ...files);
    return { ...it, form: { ...it.form, exceptionalConditions } };
  });

describe('whatever is answered', () => {
  it('is kept as it is where it fits', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) =>
        expect(withoutFaults(fields, JSON.parse(JSON.stringify(answers)))).toEqual(JSON.parse(JSON.stringify(answers))),
      ),
    );
  });

  it('nothing that is hidden is missing, and nothing of it is sent', () => {
    fc.assert(
      fc.property(anyWritten, (it) => {
        const shown = showing(fields, it).map(({ id }) => id);
        for (const { key } of lacking(fields, it)) expect(shown).toContain(key.slice('own.'.length));
        for (const id of Object.keys(answersToSend(fields, it))) expect(shown).toContain(id);
      }),
    );
  });

  it('is sent so that nothing else shows or is missing afterwards', () => {
    fc.assert(
      fc.property(anyWritten, (it) => {
        const sent = { ...it, form: { ...it.form, answers: answersToSend(fields, it) } };
        expect(answerFaults(fields, sent.form.answers)).toEqual([]);
        expect(showing(fields, sent)).toEqual(showing(fields, it));
        expect(lacking(fields, sent)).toEqual(lacking(fields, it));
        expect(answersToSend(fields, sent)).toEqual(sent.form.answers);
      }),
    );
  });

  it('makes nothing else missing when it is taken away and only hides something', () => {
    fc.assert(
      fc.property(anyWritten, fc.constantFrom('kinds', 'a-year', 'role'), (it, id) => {
        const { [id]: _, ...rest } = it.form.answers;
        const after = { ...it, form: { ...it.form, answers: rest } };
        const before = new Set(lacking(fields, it).map(({ key }) => key));
        const more = lacking(fields, after).filter(({ key }) => !before.has(key) && key !== `own.${id}`);
        expect(more).toEqual([]);
      }),
    );
  });

  it('counts nothing as answered that every object has', () => {
    for (const field of fields)
      expect(isAnswered({ ...field, id: 'constructor' } as FieldRule, written({}))).toBe(false);
  });
});
