import fc from 'fast-check';
import {
  attendanceMarks,
  attendanceOf,
  closeRoll,
  contactMinutes,
  mayCorrectRoll,
  minutesLateAt,
  type RollSession,
} from './attendance';

const session: RollSession = {
  state: 'planned',
  startsAt: new Date('2026-11-26T13:00:00Z'),
  endsAt: new Date('2026-11-26T15:00:00Z'),
};
const at = (time: string) => new Date(`2026-11-26T${time}Z`);
const full = { excusedCounts: false, lateCountsMinutes: false };
const counting = { excusedCounts: true, lateCountsMinutes: true };

describe('contact minutes of a session of two hours', () => {
  it.each([
    ['present', 0, full, 120],
    ['late', 25, full, 120],
    ['excused', 0, full, 0],
    ['absent', 0, full, 0],
    ['present', 0, counting, 120],
    ['late', 25, counting, 95],
    ['late', 0, counting, 120],
    ['late', 300, counting, 0],
    ['excused', 0, counting, 0],
    ['absent', 0, counting, 0],
  ] as const)('%s, %d minutes late, under %o: %d', (mark, minutesLate, terms, expected) => {
    expect(contactMinutes({ mark, minutesLate }, session, terms)).toBe(expected);
  });

  it('are whole, never less than none and never more than the session has', () => {
    const anyTerms = fc.record({ excusedCounts: fc.boolean(), lateCountsMinutes: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...attendanceMarks), fc.nat({ max: 2000 }), anyTerms, (mark, minutesLate, terms) => {
        const minutes = contactMinutes({ mark, minutesLate }, session, terms);
        expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= 120).toBe(true);
      }),
    );
  });
});

it('has minutes only where somebody came late', () => {
  const given = attendanceMarks.map((mark) => attendanceOf(mark, 12));
  expect(given.filter(({ minutesLate }) => minutesLate)).toEqual([{ mark: 'late', minutesLate: 12 }]);
  expect(attendanceOf('late')).toEqual({ mark: 'late', minutesLate: 0 });
});

describe('how late somebody is', () => {
  it.each([
    ['12:50:00', 0],
    ['13:00:59', 0],
    ['13:10:30', 10],
    ['16:00:00', 120],
  ])('at %s: %d minutes', (time, expected) => {
    expect(minutesLateAt(session, at(time))).toBe(expected);
  });
});

describe('closing a roll of 25', () => {
  it.each([
    ['everybody has a mark', session, 25, '14:00:00', true],
    ['three are missing', session, 22, '14:00:00', { refused: 'schedule.roll-incomplete', numbers: { missing: 3 } }],
    ['it has not begun', session, 25, '12:59:59', { refused: 'schedule.roll-not-open-yet', numbers: {} }],
    ['it is closed', { ...session, state: 'held' }, 25, '14:00:00', { refused: 'schedule.roll-closed', numbers: {} }],
    [
      'it was cancelled',
      { ...session, state: 'cancelled' },
      25,
      '14:00:00',
      { refused: 'schedule.session-cancelled', numbers: {} },
    ],
  ] as const)('%s', (_, of, marked, time, expected) => {
    expect(closeRoll(of, 25, marked, at(time))).toEqual(expected);
  });
});

describe('correcting a roll that closed at three', () => {
  const fiveDaysLater = new Date('2026-12-01T15:00:00Z');
  const later = new Date('2026-12-01T15:00:01Z');
  it.each([
    ['a tutor within five days', false, fiveDaysLater, true],
    ['a tutor a second later', false, later, { refused: 'schedule.roll-final', numbers: { days: 5 } }],
    ['the coordinator later', true, later, true],
  ])('%s', (_, coordinator, now, expected) => {
    const held = { state: 'held', rollClosedAt: at('15:00:00') } as const;
    expect(mayCorrectRoll(held, { coordinator }, now)).toEqual(expected);
  });

  it.each([
    ['while it is open', 'planned', 'schedule.roll-still-open'],
    ['where the session was cancelled', 'cancelled', 'schedule.session-cancelled'],
  ] as const)('is not done %s', (_, state, refused) => {
    const session = { state, rollClosedAt: null };
    expect(mayCorrectRoll(session, { coordinator: true }, later)).toEqual({ refused, numbers: {} });
  });
});
