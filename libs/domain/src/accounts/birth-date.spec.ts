import { isBirthDate } from './birth-date';

describe('a birth date', () => {
  it.each([
    ['0000-01-01', false],
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['1990-05-04', true],
    ['2026-11-26', true],
    ['2026-11-27', false],
    ['2100-01-01', false],
  ])('on %s: %s', (day, expected) => {
    expect(isBirthDate(day, '2026-11-26')).toBe(expected);
  });
});
