import fc from 'fast-check';
import { isBehind, plannedMinutes } from './pace';

const plan = { startsOn: '2026-11-02', endsOn: '2026-12-01', minutes: 7500 };

describe('the pace of an edition', () => {
  it.each([
    ['2026-11-01', 0],
    ['2026-11-02', 250],
    ['2026-11-16', 3750],
    ['2026-12-01', 7500],
    ['2027-03-01', 7500],
  ])('foresees by %s %d of 7500 minutes', (today, planned) => {
    expect(plannedMinutes(plan, today)).toBe(planned);
  });

  it.each([
    [2812, 3750, true],
    [2813, 3750, false],
    [0, 0, false],
  ])('finds %d of %d behind: %s', (recorded, planned, expected) => {
    expect(isBehind(recorded, planned)).toBe(expected);
  });

  it('never goes back, and never past the whole', () => {
    const day = fc.date({ min: new Date('2026-10-01'), max: new Date('2027-01-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        return plannedMinutes(plan, earlier) <= plannedMinutes(plan, later) && plannedMinutes(plan, later) <= plan.minutes;
      }),
    );
  });
});
