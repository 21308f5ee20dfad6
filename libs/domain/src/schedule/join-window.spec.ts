import { joinOpensAt, joinWindow } from './join-window';

const session = { startsAt: new Date('2026-11-26T13:00:00Z'), endsAt: new Date('2026-11-26T15:00:00Z') };

describe('the link to an online session', () => {
  it.each([
    ['2026-11-26T12:44:59.999Z', 'not-yet'],
    ['2026-11-26T12:45:00.000Z', 'open'],
    ['2026-11-26T13:30:00.000Z', 'open'],
    ['2026-11-26T14:59:59.999Z', 'open'],
    ['2026-11-26T15:00:00.000Z', 'over'],
  ])('is at %s: %s', (now, expected) => {
    expect(joinWindow(session, new Date(now))).toBe(expected);
  });

  it('opens a quarter of an hour before', () => {
    expect(joinOpensAt(session).toISOString()).toBe('2026-11-26T12:45:00.000Z');
  });
});
