import { become, unreachableStates } from '../process';
import type { Attendance } from './attendance';
import {
  type AskedSession,
  type AskingPerson,
  grantedMark,
  mayAskToBeExcused,
  mayContest,
  requestProcess,
  requestStates,
} from './attendance-request';

const at = (time: string) => new Date(`${time}Z`);
const planned: AskedSession = {
  state: 'planned',
  startsAt: at('2026-11-26T13:00:00'),
  rollClosedAt: null,
  zone: 'Europe/Rome',
};
const held: AskedSession = { ...planned, state: 'held', rollClosedAt: at('2026-11-26T15:00:00') };
const cancelled: AskedSession = { ...planned, state: 'cancelled' };
const person: AskingPerson = { enrolledAt: at('2026-11-01T09:00:00'), mark: null, hasOpen: false };
const marked = (mark: Attendance['mark'], minutesLate = 0): AskingPerson => ({
  ...person,
  mark: { mark, minutesLate },
});
const late: AskingPerson = { ...person, enrolledAt: at('2026-11-26T13:00:01') };
const over = { refused: 'schedule.contest-over', numbers: { until: '2026-12-01' } };
const no = (code: string) => ({ refused: `schedule.${code}`, numbers: {} });

describe('asking to be excused', () => {
  it.each([
    ['weeks before', planned, person, '2026-11-02T09:00:00', true],
    ['while it goes on', planned, person, '2026-11-26T14:00:00', true],
    ['on an open roll that says present', planned, marked('present'), '2026-11-26T16:00:00', true],
    ['afterwards, before the roll is closed', planned, marked('absent'), '2027-11-26T16:00:00', true],
    ['on the last second of five days', held, marked('absent'), '2026-12-01T15:00:00', true],
    ['a second later', held, marked('absent'), '2026-12-01T15:00:01', over],
    ['where the roll says excused', planned, marked('excused'), '2026-11-26T14:00:00', no('excuse-not-needed')],
    ['where a closed roll says present', held, marked('present'), '2026-11-27T14:00:00', no('excuse-not-needed')],
    ['where a closed roll says late', held, marked('late', 5), '2026-11-27T14:00:00', no('excuse-not-needed')],
    ['for a session before the enrolment', planned, late, '2026-11-26T14:00:00', no('excuse-not-needed')],
    ['of a cancelled session', cancelled, person, '2026-11-20T14:00:00', no('session-cancelled')],
    ['a second time', planned, { ...person, hasOpen: true }, '2026-11-20T14:00:00', no('request-open')],
  ])('%s', (_, session, who, now, expected) => {
    expect(mayAskToBeExcused(session, who, at(now))).toEqual(expected);
  });
});

describe('contesting a mark', () => {
  const present = { mark: 'present', minutesLate: 0 } as const;
  it.each([
    ['while the roll is open', planned, marked('absent'), present, '2026-11-26T14:00:00', no('contest-too-early')],
    ['of a cancelled session', cancelled, person, present, '2026-11-26T14:00:00', no('session-cancelled')],
    ['on the day after', held, marked('absent'), present, '2026-11-27T14:00:00', true],
    ['that was never given', held, late, present, '2026-11-27T14:00:00', true],
    ['on the last second of five days', held, marked('late', 20), present, '2026-12-01T15:00:00', true],
    ['a second later', held, marked('absent'), present, '2026-12-01T15:00:01', over],
    ['by the same mark', held, marked('present'), present, '2026-11-27T14:00:00', no('same-mark')],
    [
      'by fewer minutes late',
      held,
      marked('late', 20),
      { mark: 'late', minutesLate: 5 } as const,
      '2026-11-27T14:00:00',
      true,
    ],
    ['a second time', held, { ...marked('absent'), hasOpen: true }, present, '2026-11-27T14:00:00', no('request-open')],
  ])('%s', (_, session, who, claim, now, expected) => {
    expect(mayContest(session, who, claim, at(now))).toEqual(expected);
  });
});

describe('the mark of a granted request', () => {
  const excused = { mark: 'excused', minutesLate: 0 } as const;
  const present = { mark: 'present', minutesLate: 0 } as const;
  const late = { mark: 'late', minutesLate: 7 } as const;
  it.each([
    ['an excuse, nothing taken yet', 'excuse', excused, null, null, excused],
    ['an excuse, absent', 'excuse', excused, null, 'absent', excused],
    ['an excuse of somebody who came', 'excuse', excused, null, 'present', null],
    ['an excuse of somebody who came late', 'excuse', excused, null, 'late', null],
    ['a contest', 'contest', present, null, 'absent', present],
    ['a contest, answered by another mark', 'contest', present, late, 'absent', late],
  ] as const)('%s', (_, kind, claim, given, standing, expected) => {
    expect(grantedMark({ kind, claim }, given, standing)).toEqual(expected);
  });
});

describe('the states of a request', () => {
  it('can all be reached, and are final but for the first', () => {
    expect(unreachableStates(requestProcess, 'open')).toEqual([]);
    for (const from of requestStates)
      for (const to of requestStates)
        expect(become(requestProcess, from, to, 'schedule.request-answered') === to).toBe(
          from === 'open' && to !== 'open',
        );
  });
});
