import { sameClock, wordDay, wordDistance, wordTime, wordZone } from './wording';
import { zonesToChoose } from './zones';

const at = '2026-11-26T13:00:00.000Z';
const after = (minutes: number) => new Date(at).getTime() - minutes * 60_000;

describe('time in words', () => {
  it.each([
    ['en', 'Europe/Rome', 'Thursday 26 November 2026', '14:00'],
    ['it', 'Europe/Rome', 'giovedì 26 novembre 2026', '14:00'],
    ['en', 'Pacific/Auckland', 'Friday 27 November 2026', '02:00'],
  ])('says the day and the clock in %s at %s', (language, zone, day, clock) => {
    expect(wordDay(language, at, zone).replaceAll(',', '')).toBe(day);
    expect(wordTime(language, at, zone)).toBe(clock);
  });

  it('keeps a calendar day the same day everywhere', () => {
    expect(wordDay('en', '2026-11-26', 'Pacific/Honolulu')).toContain('26 November');
  });

  it.each([
    [30, 'in 30 minutes'],
    [-5, '5 minutes ago'],
    [5 * 60, 'in 5 hours'],
    [72 * 60, 'in 3 days'],
    [-24 * 60, 'yesterday'],
    [120 * 24 * 60, 'in 4 months'],
  ])('says how far %d minutes are', (minutes, words) => {
    expect(wordDistance('en', at, after(minutes))).toBe(words);
  });

  it('lets one keep a zone that the browser does not list', () => {
    expect(zonesToChoose()).toContain('UTC');
    expect(zonesToChoose('Asia/Calcutta')).toEqual(expect.arrayContaining(['Asia/Calcutta', 'Europe/Rome']));
  });

  it('names a zone as people do, and knows when two clocks agree', () => {
    expect(wordZone('America/New_York')).toBe('New York');
    expect(sameClock(at, 'Europe/Rome', 'Europe/Zagreb')).toBe(true);
    expect(sameClock(at, 'Europe/Rome', 'Europe/Lisbon')).toBe(false);
  });
});
