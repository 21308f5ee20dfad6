import fc from 'fast-check';
import { keyFrom, withRubric } from './rubrics';

describe('another rubric', () => {
  const [old, other] = [[{ id: 'sources' }], [{ id: 'argument' }]];

  it('is that of the only brief', () =>
    expect(withRubric({ rubric: old, module: 3 }, 'project-work', other)).toEqual({ rubric: other, module: 3 }));

  it('is that of one of several briefs, and the others stay', () =>
    expect(
      withRubric(
        [
          { id: 'report', rubric: old },
          { id: 'portfolio', rubric: old },
        ],
        'portfolio',
        other,
      ),
    ).toEqual([
      { id: 'report', rubric: old },
      { id: 'portfolio', rubric: other },
    ]));

  it('is that of no brief that is not there', () => expect(withRubric({ rubric: old }, 'report', other)).toBeNull());
});

describe('the id of a new part', () => {
  it.each<[string, string[], string]>([
    ['Use of sources', [], 'use-of-sources'],
    ['Qualità: fonti!', [], 'qualita-fonti'],
    ['2 countries', [], 'countries'],
    ['Извори', [], 'row'],
    ['', ['row'], 'row-2'],
    ['Sources', ['sources', 'sources-2'], 'sources-3'],
  ])('of %j beside %j is %j', (title, taken, expected) => expect(keyFrom(title, taken)).toBe(expected));

  it('is one that a file may have, and free, whatever is typed', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.array(fc.string()), (title, others) => {
        const taken = [...others, keyFrom(title, others)];
        const key = keyFrom(title, taken);
        expect(key).toMatch(/^[a-z][a-z0-9-]{0,59}$/);
        expect(taken).not.toContain(key);
      }),
    ));
});
