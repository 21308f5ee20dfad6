import fc from 'fast-check';
import { declareSelfStudy, selfStudyLeft } from './self-study';

const when = { today: '2026-11-23', firstDay: '2026-11-02', recorded: 0 };
const room = { notional: 600, approvedMore: 0, declared: 500 };

describe('self-study', () => {
  it.each([
    ['up to the cap', { day: '2026-11-23', minutes: 100 }, room, when, true],
    [
      'a minute over it',
      { day: '2026-11-23', minutes: 101 },
      room,
      when,
      { refused: 'workload.over-the-cap', numbers: { left: 100, cap: 600 } },
    ],
    ['what a tutor allowed more', { day: '2026-11-23', minutes: 220 }, { ...room, approvedMore: 120 }, when, true],
    [
      'tomorrow',
      { day: '2026-11-24', minutes: 10 },
      room,
      when,
      { refused: 'workload.day-in-the-future', numbers: {} },
    ],
    ['on the first day', { day: '2026-11-02', minutes: 10 }, room, when, true],
    [
      'before it',
      { day: '2026-11-01', minutes: 10 },
      room,
      when,
      { refused: 'workload.day-before-the-edition', numbers: { firstDay: '2026-11-02' } },
    ],
    [
      'more than a day takes',
      { day: '2026-11-20', minutes: 60 },
      room,
      { ...when, recorded: 700 },
      { refused: 'workload.day-is-full', numbers: { recorded: 700, most: 720 } },
    ],
  ])('is declared %s', (_, declaration, of, days, expected) => {
    expect(declareSelfStudy(declaration, of, days)).toEqual(expected);
  });

  it('never goes over the cap, whatever is declared in whatever order', () => {
    const wishes = fc.array(fc.integer({ min: 1, max: 720 }), { maxLength: 40 });
    fc.assert(
      fc.property(wishes, fc.nat({ max: 3000 }), fc.nat({ max: 600 }), (minutesWanted, notional, approvedMore) => {
        let declared = 0;
        for (const minutes of minutesWanted)
          if (declareSelfStudy({ day: when.today, minutes }, { notional, approvedMore, declared }, when) === true)
            declared += minutes;
        expect(declared).toBeLessThanOrEqual(notional + approvedMore);
      }),
    );
  });

  it('leaves nothing, rather than less, where more is there than the cap', () => {
    expect(selfStudyLeft({ notional: 100, approvedMore: 0, declared: 130 })).toBe(0);
  });
});
