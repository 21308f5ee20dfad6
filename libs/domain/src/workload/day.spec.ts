import fc from 'fast-check';
import { mostMinutesADay } from '../programmes';
import { isRefusal } from '../refusal';
import { daysBetween, laterDay } from '../schedule';
import { type DayMinutes, mayRecordOn, mostDaysDeclared, spreadOver } from './day';

const facts = { today: '2026-11-26', firstDay: '2026-11-02' };
const full = (day: string, recorded: number) => ({
  refused: 'workload.day-is-full',
  numbers: { day, recorded, most: 720 },
});

describe('the minutes of one day', () => {
  it.each([
    ['twelve hours', '2026-11-26', mostMinutesADay, 0, true],
    ['a minute more', '2026-11-26', mostMinutesADay + 1, 0, full('2026-11-26', 0)],
    ['a whole day and night', '2026-11-25', 1440, 0, full('2026-11-25', 0)],
    ['what is left beside a session', '2026-11-25', 420, 300, true],
    ['a minute more than that', '2026-11-25', 421, 300, full('2026-11-25', 300)],
    ['anything beside a session of sixteen hours', '2026-11-25', 1, 960, full('2026-11-25', 960)],
    ['the first day', '2026-11-02', 60, 0, true],
    [
      'the day before it',
      '2026-11-01',
      60,
      0,
      { refused: 'workload.day-before-the-edition', numbers: { firstDay: '2026-11-02' } },
    ],
    ['tomorrow', '2026-11-27', 60, 0, { refused: 'workload.day-in-the-future', numbers: {} }],
  ])('%s', (_, day, minutes, recorded, expected) => {
    expect(mayRecordOn([{ day, minutes }], { ...facts, recorded: new Map([[day, recorded]]) })).toEqual(expected);
  });

  it('are looked at on each day of a span', () => {
    const days = spreadOver({ from: '2026-11-23', until: '2026-11-25', minutes: 900 }) as DayMinutes[];
    expect(mayRecordOn(days, { ...facts, recorded: new Map([['2026-11-24', 420]]) })).toBe(true);
    expect(mayRecordOn(days, { ...facts, recorded: new Map([['2026-11-24', 421]]) })).toEqual(full('2026-11-24', 421));
  });
});

describe('a span of days', () => {
  it.each([
    ['one day', '2026-11-20', '2026-11-20', 95, [95]],
    ['days that divide', '2026-11-20', '2026-11-22', 90, [30, 30, 30]],
    ['what does not divide', '2026-11-20', '2026-11-22', 100, [34, 33, 33]],
    ['fewer minutes than days', '2026-11-20', '2026-11-22', 2, [1, 1]],
    ['the day on which the clocks go back', '2026-10-24', '2026-10-26', 90, [30, 30, 30]],
  ])('spreads over %s', (_, from, until, minutes, expected) => {
    const days = spreadOver({ from, until, minutes }) as DayMinutes[];
    expect(days.map((one) => one.minutes)).toEqual(expected);
  });

  it.each([
    ['ends before it starts', '2026-11-20', '2026-11-19', { refused: 'workload.ends-before-it-starts', numbers: {} }],
    [
      'is longer than anybody remembers',
      '2026-09-01',
      laterDay('2026-09-01', mostDaysDeclared),
      { refused: 'workload.too-many-days', numbers: { most: 62 } },
    ],
  ])('is refused if it %s', (_, from, until, expected) => {
    expect(spreadOver({ from, until, minutes: 60 })).toEqual(expected);
  });

  it('loses and invents no minute, and gives no day a minute more than another plus one', () => {
    const spans = fc.record({ days: fc.integer({ min: 0, max: 61 }), minutes: fc.integer({ min: 1, max: 40_000 }) });
    fc.assert(
      fc.property(spans, ({ days, minutes }) => {
        const from = '2026-02-20';
        const spread = spreadOver({ from, until: laterDay(from, days), minutes });
        if (isRefusal(spread)) throw new Error('refused');
        const each = spread.map((one) => one.minutes);
        expect(each.reduce((sum, one) => sum + one, 0)).toBe(minutes);
        expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        expect(new Set(spread.map(({ day }) => day)).size).toBe(spread.length);
        expect(spread.every(({ day }) => daysBetween(from, day) >= 0 && daysBetween(from, day) <= days)).toBe(true);
      }),
    );
  });
});
