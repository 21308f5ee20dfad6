import fc from 'fast-check';
import { mostMinutesADay } from '../programmes';
import { declareSelfStudy, selfStudyLeft } from './self-study';

const when = { today: '2026-11-23', firstDay: '2026-11-02', recorded: new Map<string, number>() };
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
      { ...when, recorded: new Map([['2026-11-20', 700]]) },
      { refused: 'workload.day-is-full', numbers: { day: '2026-11-20', recorded: 700, most: 720 } },
    ],
  ])('is declared %s', (_, declaration, of, days, expected) => {
    expect(declareSelfStudy([declaration], of, days)).toEqual(expected);
  });

  it('passes no cap, of a module or of a day, by any order of declarations, reversals and approvals', () => {
    const day = fc.integer({ min: 1, max: 4 }).map((number) => `2026-11-0${number + 2}`);
    const steps = fc.oneof(
      fc.record({
        kind: fc.constant('declare' as const),
        days: fc.uniqueArray(fc.record({ day, minutes: fc.integer({ min: 1, max: 720 }) }), {
          selector: (one) => one.day,
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({ kind: fc.constant('reverse' as const), which: fc.nat() }),
      fc.record({ kind: fc.constant('approve' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), fc.nat({ max: 3000 }), (sequence, notional) => {
        let standing: { day: string; minutes: number }[] = [];
        let approvedMore = 0;
        const sum = () => standing.reduce((all, { minutes }) => all + minutes, 0);
        const recorded = () => {
          const days = Map.groupBy(standing, (entry) => entry.day);
          return new Map([...days].map(([on, own]) => [on, own.reduce((all, { minutes }) => all + minutes, 0)]));
        };
        for (const step of sequence) {
          if (step.kind === 'approve') approvedMore += step.minutes;
          else if (step.kind === 'reverse') standing = standing.filter((_, at) => at !== step.which % standing.length);
          else {
            const room = { notional, approvedMore, declared: sum() };
            if (declareSelfStudy(step.days, room, { ...when, recorded: recorded() }) === true)
              standing.push(...step.days);
          }
          expect(sum()).toBeLessThanOrEqual(notional + approvedMore);
          expect(Math.max(0, ...recorded().values())).toBeLessThanOrEqual(mostMinutesADay);
        }
      }),
    );
  });

  it('leaves nothing, rather than less, where more is there than the cap', () => {
    expect(selfStudyLeft({ notional: 100, approvedMore: 0, declared: 130 })).toBe(0);
  });
});
