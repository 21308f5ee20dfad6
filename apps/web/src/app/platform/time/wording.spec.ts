import { sameClock, wordDistance } from './wording';
import { zonesToChoose } from './zones';

const at = '2026-11-26T13:00:00.000Z';
const after = (minutes: number) => new Date(at).getTime() - minutes * 60_000;

describe('time in words', () => {
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

  it('knows when two clocks agree', () => {
    expect(sameClock(at, 'Europe/Rome', 'Europe/Zagreb')).toBe(true);
    expect(sameClock(at, 'Europe/Rome', 'Europe/Lisbon')).toBe(false);
  });
});
