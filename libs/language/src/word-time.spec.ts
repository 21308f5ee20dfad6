import { wordDay, wordMoment, wordTime, wordZone } from './word-time';

const at = '2026-11-26T13:00:00.000Z';

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

  it('names a zone as people do', () => {
    expect(wordZone('America/New_York')).toBe('New York');
  });

  // Engines differ on the comma after the weekday.
  it.each([
    ['en', 'Wednesday 16 December 2026, 23:59 (Rome)'],
    ['it', 'mercoledì 16 dicembre 2026, 23:59 (Rome)'],
  ])('says a deadline with its day, its clock and whose clock that is, in %s', (language, words) => {
    expect(wordMoment(language, new Date('2026-12-16T22:59:59.999Z'), 'Europe/Rome').replace(/^(\S+),/, '$1')).toBe(
      words,
    );
  });
});
