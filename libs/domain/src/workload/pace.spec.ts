import fc from 'fast-check';
import { laterDay, type SessionState, sessionStates } from '../schedule';
import { chartOf, type CoursePlan, foreseenFor, neededOf, plannedByDay, plannedUntil } from './pace';

const minutes = (contact: number, study: number, project = 0) => ({ contact, 'self-study': study, project });
const of = (moduleNumber: number, day: string, state: SessionState = 'held', length = 120) => ({
  moduleNumber,
  day,
  state,
  minutes: length,
});

/** Ten days; module 1 meets on the 1st and 3rd, module 2 on the 6th. */
const plan: CoursePlan = {
  modules: [
    { number: 1, minutes: minutes(240, 500) },
    { number: 2, minutes: minutes(120, 500, 100) },
  ],
  sessions: [of(1, '2026-11-01'), of(1, '2026-11-03'), of(2, '2026-11-06', 'planned')],
  firstDay: '2026-11-01',
  lastDay: '2026-11-10',
  today: '2026-11-04',
};
const whole = 240 + 500 + 120 + 600;

describe('the plan of an edition over time', () => {
  it.each<[string, Partial<CoursePlan>, number[]]>([
    // Five days of module 1 with 100 minutes each, then five of module 2 with 120 each.
    ['with its sessions', {}, [220, 320, 540, 640, 740, 980, 1100, 1220, 1340, 1460]],
    [
      'with a roll that is still open: from tomorrow on',
      { sessions: [of(1, '2026-11-01'), of(1, '2026-11-03', 'planned'), of(2, '2026-11-06', 'planned')] },
      [220, 320, 420, 520, 740, 980, 1100, 1220, 1340, 1460],
    ],
    [
      'with a cancelled session, which counts for nobody',
      { sessions: [of(1, '2026-11-01'), of(1, '2026-11-03', 'cancelled'), of(2, '2026-11-06', 'planned')] },
      [340, 440, 540, 640, 740, 980, 1100, 1220, 1340, 1460],
    ],
    ['without sessions', { sessions: [] }, [146, 292, 438, 584, 730, 876, 1022, 1168, 1314, 1460]],
  ])('%s', (_, change, expected) => {
    expect(plannedByDay({ ...plan, ...change }).map((day) => day.minutes)).toEqual(expected);
  });

  it('ends with the last session where that is after the edition', () => {
    const late = plannedByDay({ ...plan, sessions: [...plan.sessions, of(2, '2026-11-12', 'planned')] });
    expect(late.at(-1)).toEqual({ day: '2026-11-12', minutes: whole });
  });

  const anyPlan = fc.record({
    sessions: fc.array(
      fc.record({
        moduleNumber: fc.integer({ min: 1, max: 3 }),
        state: fc.constantFrom(...sessionStates),
        day: fc.integer({ min: 0, max: 20 }).map((days) => laterDay('2026-11-01', days)),
        minutes: fc.integer({ min: 15, max: 960 }),
      }),
    ),
    today: fc.integer({ min: -3, max: 14 }).map((days) => laterDay('2026-11-01', days)),
  });

  it('never goes back, and reaches the whole unless a session is still without attendance after the end', () => {
    fc.assert(
      fc.property(anyPlan, (change) => {
        const planned = plannedByDay({ ...plan, ...change }).map((day) => day.minutes);
        expect(planned.every((one, at) => one >= (planned[at - 1] ?? 0))).toBe(true);
        const isOpen = change.sessions.some(({ state }) => state === 'planned');
        if (!isOpen) expect(planned.at(-1)).toBe(whole);
        expect(planned.at(-1)).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('keeping pace', () => {
  const planned = plannedByDay(plan);

  it.each([
    ['before the edition', '2026-10-01', 0],
    ['on its first day', '2026-11-01', 220],
    ['after its end', '2027-01-01', whole],
  ])('%s', (_, day, expected) => expect(plannedUntil(planned, day)).toBe(expected));

  it.each([
    ['who was there from the beginning, by yesterday', '2026-10-20', false, 540],
    ['who joined on the 3rd: nothing from before', '2026-11-03', false, 220],
    ['who joined on the 3rd, where earlier sessions count', '2026-11-03', true, 540],
    ['who joined today', '2026-11-04', false, 0],
  ])('is asked of somebody %s', (_, enrolledOn, earlierCounts, expected) => {
    expect(foreseenFor(planned, { today: plan.today, enrolledOn, earlierCounts })).toBe(expected);
  });

  it.each([
    [1440, 50, 720],
    [1441, 50, 721],
    [0, 50, 0],
    [1440, 80, 1152],
    [1440, 0, 0],
  ])('with %d minutes foreseen and a threshold of %d %% takes %d', (foreseen, percent, expected) => {
    expect(neededOf(foreseen, percent)).toBe(expected);
  });
});

describe('plan against fact', () => {
  const day = (number: number, minutes: number) => ({ day: `2026-11-0${number}`, minutes });
  const planned = [day(2, 100), day(3, 200), day(4, 300)];

  it('adds up what is recorded, until today', () => {
    const recorded = [day(4, 30), day(2, 20), day(3, -5), day(3, 50)];
    expect(chartOf(planned, recorded, '2026-11-03')).toEqual([
      { day: '2026-11-02', planned: 100, recorded: 20 },
      { day: '2026-11-03', planned: 200, recorded: 65 },
      { day: '2026-11-04', planned: 300, recorded: null },
    ]);
  });

  it('loses no entry from before or after the plan', () => {
    expect(chartOf(planned, [day(1, 10), day(9, 40)], '2026-12-01').map(({ recorded }) => recorded)).toEqual([
      10, 10, 50,
    ]);
  });
});
