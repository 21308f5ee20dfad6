import { remindersToCome } from './reminders';

describe('the reminders of a session', () => {
  const startsAt = new Date('2026-12-03T13:00:00Z');
  it.each([
    ['2026-12-01T09:00:00Z', ['day 2026-12-02T13:00:00.000Z', 'hour 2026-12-03T12:00:00.000Z']],
    ['2026-12-02T13:00:00Z', ['hour 2026-12-03T12:00:00.000Z']],
    ['2026-12-03T11:59:59Z', ['hour 2026-12-03T12:00:00.000Z']],
    ['2026-12-03T12:00:00Z', []],
    ['2026-12-04T12:00:00Z', []],
  ])('that are to come at %s', (now, expected) => {
    const found = remindersToCome(startsAt, new Date(now));
    expect(found.map(({ reminder, at }) => `${reminder} ${at.toISOString()}`)).toEqual(expected);
  });
});
