import { mostMinutesADay } from '../programmes';
import { mayRecordOn } from './day';

const facts = { today: '2026-11-26', firstDay: '2026-11-02', recorded: 0 };
const full = (recorded: number) => ({ refused: 'workload.day-is-full', numbers: { recorded, most: 720 } });

describe('the minutes of one day', () => {
  it.each([
    ['twelve hours', '2026-11-26', mostMinutesADay, 0, true],
    ['a minute more', '2026-11-26', mostMinutesADay + 1, 0, full(0)],
    ['a whole day and night', '2026-11-25', 1440, 0, full(0)],
    ['what is left beside a session', '2026-11-25', 420, 300, true],
    ['a minute more than that', '2026-11-25', 421, 300, full(300)],
    ['anything beside a session of sixteen hours', '2026-11-25', 1, 960, full(960)],
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
    expect(mayRecordOn({ day, minutes }, { ...facts, recorded })).toEqual(expected);
  });
});
