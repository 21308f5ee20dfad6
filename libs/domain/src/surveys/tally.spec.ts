import fc from 'fast-check';
import { tallyOf } from './tally';

describe('the tally of a question', () => {
  it.each([
    [
      'a scale',
      { id: 'q', kind: 'scale', steps: 3 },
      [1, 3, 3],
      {
        counts: [
          { of: '1', count: 1 },
          { of: '2', count: 0 },
          { of: '3', count: 2 },
        ],
        mean: 7 / 3,
      },
    ],
    ['a scale that nobody answered', { id: 'q', kind: 'scale', steps: 2 }, [], { answered: 0, mean: null }],
    [
      'one of some options',
      { id: 'q', kind: 'choice', options: [{ id: 'a' }, { id: 'b' }] },
      ['b', 'b'],
      {
        counts: [
          { of: 'a', count: 0 },
          { of: 'b', count: 2 },
        ],
      },
    ],
    [
      'several options',
      { id: 'q', kind: 'choices', options: [{ id: 'a' }, { id: 'b' }] },
      [['a', 'b'], ['b']],
      {
        answered: 2,
        counts: [
          { of: 'a', count: 1 },
          { of: 'b', count: 2 },
        ],
      },
    ],
    [
      'a matrix',
      { id: 'q', kind: 'matrix', steps: 2, rows: [{ id: 'x' }, { id: 'y' }] },
      [{ x: 1, y: 2 }, { x: 2 }],
      {
        answered: 2,
        rows: [
          { id: 'x', answered: 2, mean: 1.5 },
          { id: 'y', answered: 1, mean: 2 },
        ],
      },
    ],
    ['an odd count of numbers', { id: 'q', kind: 'number' }, [9, 1, 2], { least: 1, median: 2, mean: 4, most: 9 }],
    ['an even one', { id: 'q', kind: 'number' }, [4, 1, 2, 9], { least: 1, median: 3, mean: 4, most: 9 }],
    ['no number', { id: 'q', kind: 'number' }, [], { least: null, median: null, mean: null, most: null }],
    ['texts', { id: 'q', kind: 'text' }, ['two', 'one'], { answered: 2, texts: ['two', 'one'] }],
  ])('of %s', (_, question, answers, expected) => {
    expect(tallyOf(question as never, answers as never)).toMatchObject({
      id: 'q',
      answered: answers.length,
      ...expected,
    });
  });

  it('counts each answer to a scale once, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 })), (steps) => {
        const tally = tallyOf({ id: 'q', kind: 'scale' }, steps);
        const counted = 'counts' in tally ? tally.counts.reduce((sum, { count }) => sum + count, 0) : 0;
        expect(counted).toBe(steps.length);
      }),
    );
  });
});
