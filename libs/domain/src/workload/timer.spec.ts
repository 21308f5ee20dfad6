import fc from 'fast-check';
import { mostMinutesADay } from '../programmes';
import { timedWork } from './timer';

const at = (text: string) => new Date(text);

describe('a timer', () => {
  it.each([
    ['an hour', 'Europe/Rome', '2026-11-20T09:00Z', '2026-11-20T10:00Z', { '2026-11-20': 60 }],
    ['less than a minute', 'Europe/Rome', '2026-11-20T09:00:00Z', '2026-11-20T09:00:59.999Z', {}],
    ['whole minutes only', 'Europe/Rome', '2026-11-20T09:00:30Z', '2026-11-20T09:02:29Z', { '2026-11-20': 1 }],
    ['a clock that was set back', 'Europe/Rome', '2026-11-20T09:00Z', '2026-11-20T08:00Z', {}],
    [
      'midnight in Rome',
      'Europe/Rome',
      '2026-11-20T22:30Z',
      '2026-11-20T23:45Z',
      { '2026-11-20': 30, '2026-11-21': 45 },
    ],
    ['the same night in Lisbon', 'Europe/Lisbon', '2026-11-20T22:30Z', '2026-11-20T23:45Z', { '2026-11-20': 75 }],
    [
      'a minute over midnight, counted once',
      'Europe/Rome',
      '2026-11-20T22:58:30Z',
      '2026-11-20T23:00:30Z',
      { '2026-11-20': 1, '2026-11-21': 1 },
    ],
    ['a stop at midnight', 'Europe/Rome', '2026-11-20T22:00Z', '2026-11-20T23:00Z', { '2026-11-20': 60 }],
    [
      'the night on which Rome’s clocks go back',
      'Europe/Rome',
      '2026-10-24T21:30Z',
      '2026-10-25T03:00Z',
      { '2026-10-24': 30, '2026-10-25': 300 },
    ],
    [
      'the night on which they go forward',
      'Europe/Rome',
      '2026-03-28T22:30Z',
      '2026-03-29T03:00Z',
      { '2026-03-28': 30, '2026-03-29': 240 },
    ],
    [
      'a day that begins at one, in Beirut',
      'Asia/Beirut',
      '2026-03-28T21:30Z',
      '2026-03-28T22:30Z',
      { '2026-03-28': 30, '2026-03-29': 30 },
    ],
    [
      'the evening after an early midnight',
      'Pacific/Auckland',
      '2026-11-20T12:00Z',
      '2026-11-20T13:00Z',
      { '2026-11-21': 60 },
    ],
  ])('measures %s', (_, zone, startedAt, stoppedAt, expected) => {
    const { days, isCut } = timedWork(at(startedAt), at(stoppedAt), zone);
    expect(Object.fromEntries(days.map(({ day, minutes }) => [day, minutes]))).toEqual(expected);
    expect(isCut).toBe(false);
  });

  it.each([
    ['twelve hours', '2026-11-20T20:00Z', { '2026-11-20': 720 }, false],
    ['a minute more', '2026-11-20T20:01Z', { '2026-11-20': 720 }, true],
    ['a week', '2026-11-27T08:00Z', { '2026-11-20': 720 }, true],
  ])('that ran for %s is cut to what a day may hold', (_, stoppedAt, expected, cut) => {
    const { days, isCut } = timedWork(at('2026-11-20T08:00Z'), at(stoppedAt), 'UTC');
    expect(Object.fromEntries(days.map(({ day, minutes }) => [day, minutes]))).toEqual(expected);
    expect(isCut).toBe(cut);
  });

  it('loses and invents no minute, in any zone, on any night', () => {
    const anyZone = fc.constantFrom('Europe/Rome', 'Asia/Beirut', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu');
    const anyStart = fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2030-01-01') });
    fc.assert(
      fc.property(anyZone, anyStart, fc.integer({ min: 0, max: 3 * 86_400_000 }), (zone, start, length) => {
        const { days, isCut } = timedWork(new Date(start), new Date(start + length), zone);
        const elapsed = Math.floor(length / 60_000);
        expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Math.min(elapsed, mostMinutesADay));
        expect(isCut).toBe(elapsed > mostMinutesADay);
        expect(days.every(({ minutes }) => minutes > 0)).toBe(true);
        expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
      }),
    );
  });
});
