import fc from 'fast-check';
import { isRefusal } from '../refusal';
import {
  attendanceAt,
  isSentLater,
  keptScanMinutes,
  knownRotations,
  mayCheckIn,
  mayHaveBeenKept,
  millisecondsUntil,
  rotationAt,
  rotationSeconds,
  momentOfScan,
  shortCodeOf,
  typedShortCode,
} from './check-in';

const at = (time: string) => new Date(`2026-11-26T${time}Z`);
const session = { state: 'planned' as const, startsAt: at('13:00:00'), endsAt: at('15:00:00'), zone: 'Europe/Rome' };
const moment = fc.date({ min: at('00:00:00'), max: new Date('2030-01-01'), noInvalidDate: true });

describe('a code on the wall', () => {
  const shown = rotationAt(at('13:00:00'));

  it.each([
    ['at once', '13:00:00.000', 0, '13:00:00.000'],
    ['at its end', '13:00:14.999', 0, '13:00:14.999'],
    ['while the next one is on the wall', '13:00:29.999', 0, '13:00:29.999'],
    ['two rotations later', '13:00:30.000', 0, 'check-in.code-changed'],
    ['before it was on the wall', '12:59:59.999', 0, 'check-in.code-changed'],
    ['after a wait', '13:05:10.000', 300, '13:00:10.000'],
    ['after a wait that is too short for it', '13:05:10.000', 270, 'check-in.code-changed'],
    ['after a wait that is too long for it', '13:05:10.000', 320, 'check-in.code-changed'],
    ['after the longest wait', '13:10:00.000', 600, '13:00:00.000'],
  ])('counts %s', (_, now, waited, expected) => {
    const scanned = momentOfScan(shown, waited, at(now));
    expect(isRefusal(scanned) ? scanned.refused : scanned.toISOString().slice(11, -1)).toBe(expected);
  });

  it.each([
    ['at once', 0, true],
    ['after ten minutes', 600, true],
    ['after more', 601, false],
  ])('that was kept may be sent %s', (_, waited, expected) =>
    expect(!isRefusal(mayHaveBeenKept(waited))).toBe(expected),
  );

  it('is never older than two rotations at the moment that counts, however long somebody says to have waited', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 90 }), fc.nat(600), (now, back, waited) => {
        const rotation = rotationAt(now) - back;
        const scanned = momentOfScan(rotation, waited, now);
        if (isRefusal(scanned)) return;
        const age = -millisecondsUntil(rotation, scanned);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThan(2 * rotationSeconds * 1000);
        expect(knownRotations(now)).toContain(rotation);
      }),
    );
  });

  it('counts for whoever sends it at once, while it or the next one is on the wall', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const current = rotationAt(now);
        const taken = knownRotations(now).filter((rotation) => !isRefusal(momentOfScan(rotation, 0, now)));
        expect(taken).toEqual([current, current - 1]);
      }),
    );
  });

  it.each([
    ['at once', 0, false],
    ['within the grace', 29, false],
    ['after it', 30, true],
    ['minutes later', keptScanMinutes * 60, true],
  ])('that arrives %s is sent later or not', (_, seconds, expected) =>
    expect(isSentLater(at('13:00:00'), new Date(at('13:00:00').getTime() + seconds * 1000))).toBe(expected),
  );
});

describe('a short code', () => {
  it('has six letters and digits of which none looks like another, and is read back as it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 32 }), (bytes) => {
        const code = shortCodeOf(bytes);
        expect(code).toMatch(/^[3479CDFHJKMNPQRTWXY]{6}$/);
        for (const typed of [
          code,
          code.toLowerCase(),
          ` ${code.slice(0, 3)} ${code.slice(3)} `,
          code.split('').join('-'),
        ])
          expect(typedShortCode(typed)).toBe(code);
      }),
    );
  });

  it.each(['', 'CDF', 'CDFHJKM', 'CDFHJO', '<b>CDF', 'ÇDFHJK'])('is not “%s”', (text) =>
    expect(typedShortCode(text)).toBeNull(),
  );
});

describe('checking in', () => {
  it.each([
    ['before the doors open', '12:44:59', {}, 'check-in.too-early'],
    ['as the doors open', '12:45:00', {}, true],
    ['in the middle', '14:00:00', {}, true],
    ['in the last second', '14:59:59', {}, true],
    ['at the end', '15:00:00', {}, 'check-in.over'],
    ['once the roll is closed', '14:00:00', { state: 'held' }, 'check-in.over'],
    ['to a cancelled session', '14:00:00', { state: 'cancelled' }, 'schedule.session-cancelled'],
  ] as const)('%s', (_, time, values, expected) => {
    const may = mayCheckIn({ ...session, ...values }, at(time));
    expect(isRefusal(may) ? may.refused : may).toBe(expected);
  });

  it('too early is told when it opens, by the clocks of the session', () => {
    expect(mayCheckIn(session, at('12:00:00'))).toMatchObject({
      numbers: { day: '2026-11-26', time: '13:45', zone: 'Europe/Rome' },
    });
    // Across the change of clocks, and for somebody on the day before.
    const afterIt = {
      ...session,
      startsAt: new Date('2026-10-25T08:00:00Z'),
      endsAt: new Date('2026-10-25T10:00:00Z'),
    };
    expect(mayCheckIn(afterIt, new Date('2026-10-24T20:00:00Z'))).toMatchObject({
      numbers: { day: '2026-10-25', time: '08:45' },
    });
  });

  it.each([
    ['before the start', '12:50:00', {}, 'present', 0],
    ['within the tolerance', '13:10:59', {}, 'present', 0],
    ['after it', '13:11:00', {}, 'late', 11],
    ['at the end', '14:59:59', {}, 'late', 119],
    ['within the programme’s tolerance', '13:15:00', { lateAfterMinutes: 15 }, 'present', 0],
    ['after the programme’s tolerance', '13:16:00', { lateAfterMinutes: 15 }, 'late', 16],
    ['where the programme has none', '13:01:00', { lateAfterMinutes: 0 }, 'late', 1],
  ] as const)('%s counts', (_, time, terms, mark, minutesLate) =>
    expect(attendanceAt(session, at(time), terms)).toEqual({ mark, minutesLate }),
  );
});
