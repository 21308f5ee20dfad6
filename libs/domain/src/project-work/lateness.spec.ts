import fc from 'fast-check';
import type { GradeScale } from './grades';
import { afterDeduction, daysBegun, deductionOf, latenessAt, type LateTerms } from './lateness';

const deadline = new Date('2026-12-11T22:59:59.000Z');
const after = (milliseconds: number): Date => new Date(deadline.getTime() + milliseconds);
const [hour, day] = [3_600_000, 86_400_000];
const late = { deduct: 2, most: 10 };
const thirty: GradeScale = { scale: 'thirty' };
const percent: GradeScale = { scale: 'percent', passFrom: 60 };
const terms: LateTerms = { late, grades: thirty, markerIsProfessor: false };

describe('the days that have begun since a deadline', () => {
  it.each([
    ['long before it', -9 * day, 0],
    ['at its last moment', 0, 0],
    ['a thousandth of a second after it', 1, 1],
    ['an hour after it', hour, 1],
    ['24 hours after it', day, 1],
    ['a thousandth of a second later', day + 1, 2],
    ['25 hours after it, however long that day was by the clocks', 25 * hour, 2],
    ['a year after it', 365 * day, 365],
  ])('%s', (_, milliseconds, days) => {
    expect(daysBegun(deadline, after(milliseconds))).toBe(days);
  });
});

describe('what a late version costs', () => {
  it.each<[string, number, { days: number; points: number } | null]>([
    ['in time', 0, null],
    ['on the first day', 1, { days: 1, points: 2 }],
    ['on the second', day + 1, { days: 2, points: 4 }],
    ['on the fifth', 5 * day, { days: 5, points: 10 }],
    ['on the sixth: no more than the most', 6 * day, { days: 6, points: 10 }],
  ])('%s', (_, milliseconds, lateness) => {
    expect(latenessAt(terms, deadline, after(milliseconds))).toEqual(lateness);
  });

  it.each<[string, LateTerms]>([
    ['late works are refused', { ...terms, late: undefined }],
    ['they are only marked as late', { ...terms, late: 'flag' }],
    ['nothing is graded', { late, markerIsProfessor: false }],
    ['grades are letters', { ...terms, grades: { scale: 'ects' } }],
    ['grades are its own', { ...terms, grades: { scale: 'own', grades: [{ grade: '5', passes: true }] } }],
  ])('is nothing where %s', (_, others) => {
    expect([deductionOf(others), latenessAt(others, deadline, after(day))]).toEqual([null, null]);
  });

  it('is asked of older files too, which grade because their markers are professors', () => {
    expect(deductionOf({ late, markerIsProfessor: true })).toBe(late);
  });
});

describe('a grade after the deduction', () => {
  it.each<[string, GradeScale, string, number, number, string]>([
    ['less two', thirty, '27', 2, 2, '25'],
    ['less nothing', thirty, '27', 0, 0, '27'],
    ['laude is thirty points', thirty, '30 e lode', 1, 1, '29'],
    ['laude stays where nothing is taken', thirty, '30 e lode', 0, 0, '30 e lode'],
    ['a pass stays a pass', thirty, '19', 4, 1, '18'],
    ['the lowest pass has nothing to lose', thirty, '18', 4, 0, '18'],
    ['by the pass of its own brief', percent, '65', 20, 5, '60'],
    ['not passed, less two', thirty, '12', 2, 2, '10'],
    ['not passed, never below zero', percent, '7', 20, 7, '0'],
    ['a grade that the scale no longer has', percent, '30 e lode', 2, 0, '30 e lode'],
    ['a letter', { scale: 'ects' }, 'B', 2, 0, 'B'],
  ])('%s', (_, scale, given, points, taken, counts) => {
    expect(afterDeduction(scale, given, points)).toEqual({ given, taken, counts });
  });

  const scales = fc.oneof(
    fc.record({ scale: fc.constant('thirty' as const), passFrom: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ scale: fc.constant('percent' as const), passFrom: fc.integer({ min: 1, max: 100 }) }),
  );
  const deduction = fc.record({ deduct: fc.integer({ min: 1, max: 100 }), most: fc.integer({ min: 1, max: 100 }) });
  const moment = fc.integer({ min: -40 * day, max: 40 * day });

  it('is never below zero, takes no more than the most, never turns a pass, and never grows with time', () => {
    fc.assert(
      fc.property(scales, deduction, fc.nat(100), moment, moment, (scale, one, number, first, second) => {
        const most = scale.scale === 'thirty' ? 30 : 100;
        const given = Math.min(number, most);
        const countsAt = (milliseconds: number) => {
          const asked = { late: one, grades: scale, markerIsProfessor: false };
          const points = latenessAt(asked, deadline, after(milliseconds))?.points ?? 0;
          const { counts, taken } = afterDeduction(scale, String(given), points);
          expect(given - taken).toBe(Number(counts));
          expect(points).toBeLessThanOrEqual(one.most);
          expect(taken).toBeLessThanOrEqual(points);
          if (milliseconds <= 0) expect(taken).toBe(0);
          return Number(counts);
        };
        const [earlier, later] = [countsAt(Math.min(first, second)), countsAt(Math.max(first, second))];
        expect(later).toBeLessThanOrEqual(earlier);
        for (const counts of [earlier, later]) {
          expect(counts).toBeGreaterThanOrEqual(0);
          expect(counts >= scale.passFrom).toBe(given >= scale.passFrom);
        }
      }),
    );
  });
});
