import { type Attempt, attemptsLeft, bestOf, isTold, mayBeginAttempt } from '.';

const at = new Date('2026-11-24T09:00:00Z');
const open: Attempt = { finishedAt: null, percent: null, isPassed: null };
const done = (percent: number): Attempt => ({ finishedAt: at, percent, isPassed: percent >= 70 });

it.each<[Attempt[], number | null, number | null]>([
  [[], null, null],
  [[done(50), done(60)], null, null],
  [[], 2, 2],
  [[done(50)], 2, 1],
  [[done(50), open], 2, 0],
  // The author allows fewer now.
  [[done(50), done(60), done(70)], 2, 0],
])('after %j of %j there are %j left', (taken, most, left) => {
  expect(attemptsLeft(taken, most)).toBe(left);
  expect(mayBeginAttempt(taken, most)).toEqual(
    left === 0 ? { refused: 'modules.attempts-used', numbers: { of: most } } : true,
  );
});

it.each([
  [[], null],
  [[open], null],
  [[done(0)], 0],
  [[done(50), done(80), done(80), done(70), open], 1],
])('of %j the best is at %j', (taken, best) => {
  expect(bestOf(taken)).toBe(best === null ? null : taken[best]);
});

it.each([
  ['not answered', open, undefined, false],
  ['answered', open, { percent: null }, false],
  ['checked, and wrong', open, { percent: 0 }, true],
  ['handed in without an answer', done(0), undefined, true],
])('tells what is right where it is %s', (_, attempt, answer, isSo) => {
  expect(isTold(attempt, answer)).toBe(isSo);
});
