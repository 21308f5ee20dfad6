import { changeBetween, merge, draftValueAt, withValueAt } from './merge';
import { withoutRowIds, withRowIds } from './rows';

const laurea = { rowId: 'a', title: 'Laurea', year: 2015 };
const master = { rowId: 'b', title: 'Master', year: 2018 };
const doctor = { rowId: 'c', title: 'Doctor', year: 2021 };
const draft = {
  motivation: 'Because.',
  kinds: ['x'],
  degrees: [laurea, master],
  answers: { share: 0.5, tools: [{ rowId: 't', name: 'ARENA' }] },
};

describe('a change of a draft that moved on', () => {
  it.each([
    [
      'of a field that nobody else changed',
      draft,
      { from: { motivation: 'Because.' }, to: { motivation: 'So.' } },
      { ...draft, motivation: 'So.' },
    ],
    [
      'beside a change of another field',
      { ...draft, motivation: 'So.' },
      { from: { kinds: ['x'] }, to: { kinds: ['x', 'y'] } },
      { ...draft, motivation: 'So.', kinds: ['x', 'y'] },
    ],
    [
      'that was made elsewhere too',
      { ...draft, motivation: 'So.' },
      { from: { motivation: 'Because.' }, to: { motivation: 'So.' } },
      { ...draft, motivation: 'So.' },
    ],
    [
      'that says what it began from once more',
      { ...draft, motivation: 'So.' },
      { from: { motivation: 'Because.' }, to: { motivation: 'Because.' } },
      { ...draft, motivation: 'So.' },
    ],
    [
      'of one row beside a change of another',
      { ...draft, degrees: [{ ...laurea, year: 2016 }, master] },
      { from: { degrees: [laurea, master] }, to: { degrees: [laurea, { ...master, title: 'MA' }] } },
      {
        ...draft,
        degrees: [
          { ...laurea, year: 2016 },
          { ...master, title: 'MA' },
        ],
      },
    ],
    [
      'of two columns of one row',
      { ...draft, degrees: [{ ...laurea, year: 2016 }, master] },
      { from: { degrees: [laurea, master] }, to: { degrees: [{ ...laurea, title: 'BA' }, master] } },
      { ...draft, degrees: [{ ...laurea, title: 'BA', year: 2016 }, master] },
    ],
    [
      'that adds a row where another was added',
      { ...draft, degrees: [laurea, master, doctor] },
      { from: { degrees: [laurea, master] }, to: { degrees: [laurea, master, { ...doctor, rowId: 'd' }] } },
      { ...draft, degrees: [laurea, master, doctor, { ...doctor, rowId: 'd' }] },
    ],
    [
      'that takes out a row beside a new one',
      { ...draft, degrees: [laurea, master, doctor] },
      { from: { degrees: [laurea, master] }, to: { degrees: [master] } },
      { ...draft, degrees: [master, doctor] },
    ],
    [
      'that takes out the last row',
      { ...draft, degrees: [laurea] },
      { from: { degrees: [laurea] }, to: { degrees: [] } },
      { ...draft, degrees: [] },
    ],
    [
      'that takes out a row that is gone already',
      { ...draft, degrees: [master] },
      { from: { degrees: [laurea, master] }, to: { degrees: [master] } },
      { ...draft, degrees: [master] },
    ],
    [
      'deep inside a record',
      { ...draft, answers: { ...draft.answers, share: 0.7 } },
      {
        from: { answers: { tools: draft.answers.tools } },
        to: { answers: { tools: [{ rowId: 't', name: 'DEQAR' }] } },
      },
      { ...draft, answers: { share: 0.7, tools: [{ rowId: 't', name: 'DEQAR' }] } },
    ],
    [
      'that takes an answer back',
      draft,
      { from: { answers: { share: 0.5 } }, to: { answers: {} } },
      { ...draft, answers: { tools: draft.answers.tools } },
    ],
    [
      'that began from nothing, in whatever form',
      { ...draft, motivation: '' },
      { from: {}, to: { motivation: 'So.' } },
      { ...draft, motivation: 'So.' },
    ],
  ] as const)('merges %s', (_, stored, change, merged) => {
    expect(merge<object>(stored, change)).toEqual({ draft: merged, clashes: [] });
  });

  it.each([
    [
      'a text',
      { ...draft, motivation: 'Theirs.' },
      { from: { motivation: 'Because.' }, to: { motivation: 'Mine.' } },
      [{ path: ['motivation'], mine: 'Mine.', theirs: 'Theirs.' }],
    ],
    [
      'a text that says it began from nothing',
      draft,
      { from: {}, to: { motivation: 'Mine.' } },
      [{ path: ['motivation'], mine: 'Mine.', theirs: 'Because.' }],
    ],
    [
      'a choice of several',
      { ...draft, kinds: ['z'] },
      { from: { kinds: ['x'] }, to: { kinds: ['x', 'y'] } },
      [{ path: ['kinds'], mine: ['x', 'y'], theirs: ['z'] }],
    ],
    [
      'one column of a row',
      { ...draft, degrees: [{ ...laurea, year: 2016 }, master] },
      { from: { degrees: [laurea, master] }, to: { degrees: [{ ...laurea, year: 2017 }, master] } },
      [{ path: ['degrees', 'a', 'year'], mine: 2017, theirs: 2016 }],
    ],
    [
      'a row that was taken out elsewhere',
      { ...draft, degrees: [master] },
      { from: { degrees: [laurea, master] }, to: { degrees: [{ ...laurea, year: 2017 }, master] } },
      [{ path: ['degrees', 'a'], mine: { ...laurea, year: 2017 }, theirs: null }],
    ],
    [
      'a row that was changed elsewhere and is taken out here',
      { ...draft, degrees: [{ ...laurea, year: 2016 }] },
      { from: { degrees: [laurea] }, to: { degrees: [] } },
      [{ path: ['degrees', 'a'], mine: null, theirs: { ...laurea, year: 2016 } }],
    ],
    [
      'an answer that was taken back elsewhere',
      { ...draft, answers: {} },
      { from: { answers: { share: 0.5 } }, to: { answers: { share: 0.7 } } },
      [{ path: ['answers', 'share'], mine: 0.7, theirs: null }],
    ],
  ] as const)('asks about %s and leaves it as it is stored', (_, stored, change, clashes) => {
    expect(merge<object>(stored, change)).toEqual({ draft: stored, clashes });
  });

  it('takes no field out of a draft', () => {
    const stored = { motivation: 'Because.', degrees: [], answers: { story: 'Long.' } };
    const from = { motivation: 'Because.', degrees: [], answers: { story: 'Long.' } };
    expect(merge(stored, { from, to: {} })).toEqual({ draft: stored, clashes: [] });
    expect(merge(stored, { from: { motivation: 'Because.' }, to: { motivation: '' } }).draft).toEqual({
      ...stored,
      motivation: '',
    });
  });

  it('merges what it can beside what it has to ask about', () => {
    const stored = { ...draft, motivation: 'Theirs.' };
    const change = { from: { motivation: 'Because.', kinds: ['x'] }, to: { motivation: 'Mine.', kinds: ['y'] } };
    expect(merge(stored, change)).toMatchObject({
      draft: { motivation: 'Theirs.', kinds: ['y'] },
      clashes: [{ path: ['motivation'] }],
    });
  });

  it('loses nothing of fifty changes of fifty fields, in whatever order they arrive', () => {
    const empty = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, '']));
    const changes = Object.keys(empty).map((key) => ({ from: { [key]: '' }, to: { [key]: `text of ${key}` } }));
    const stored = changes.reverse().reduce((now, change) => merge(now, change).draft, empty);
    expect(stored).toEqual(Object.fromEntries(Object.keys(empty).map((key) => [key, `text of ${key}`])));
  });
});

it('finds and puts a value at a clash’s place', () => {
  expect([
    draftValueAt(draft, ['degrees', 'a', 'year']),
    draftValueAt(draft, ['degrees', 'z', 'year']),
    draftValueAt(draft, ['answers', 'share']),
  ]).toEqual([2015, undefined, 0.5]);
  expect(withValueAt(draft, ['degrees', 'a', 'year'], 1999).degrees).toEqual([{ ...laurea, year: 1999 }, master]);
  expect(withValueAt(draft, ['degrees', 'a'], null).degrees).toEqual([master]);
  expect(withValueAt(draft, ['degrees', 'c'], doctor).degrees).toEqual([laurea, master, doctor]);
  expect(withValueAt(draft, ['motivation'], 'So.').motivation).toBe('So.');
});

it('tells what changed, field by field', () => {
  expect(changeBetween(draft, draft)).toBeNull();
  expect(changeBetween(draft, { ...draft, motivation: 'So.', kinds: ['x'] })).toEqual({
    from: { motivation: 'Because.' },
    to: { motivation: 'So.' },
  });
});

it('gives each row an id that stays, and takes them off again', () => {
  const plain = {
    degrees: [{ title: 'One' }, { title: 'Two' }],
    answers: { tools: [{ name: 'ARENA' }] },
    kinds: ['x'],
  };
  const named = {
    degrees: [
      { title: 'One', rowId: 'r1' },
      { title: 'Two', rowId: 'r2' },
    ],
    answers: { tools: [{ name: 'ARENA', rowId: 'r1' }] },
    kinds: ['x'],
  };
  expect(withRowIds(plain)).toEqual(named);
  expect(withRowIds({ degrees: [{ rowId: 'r1' }, {}] })).toEqual({ degrees: [{ rowId: 'r1' }, { rowId: 'r2' }] });
  expect(withRowIds(named)).toEqual(named);
  expect(withoutRowIds(named)).toEqual(plain);
});
