import { endAt, scaleSteps } from './survey-questions';

describe('the steps of a scale', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5]],
    [2, [1, 2]],
    [10, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('where its question says %s', (steps, expected) => {
    expect(scaleSteps({ steps })).toEqual(expected);
  });

  it.each([
    [3, 1, 'least'],
    [3, 2, null],
    [3, 3, 'most'],
    [undefined, 3, null],
    [undefined, 5, 'most'],
  ])('of %s: the end that step %s is', (steps, step, expected) => {
    expect(endAt({ steps }, step)).toBe(expected);
  });
});
