import fc from 'fast-check';
import { milestones, type Reached, spanOfDays, timeline } from './timeline';

const reached = (milestone: Reached['milestone'], at: string, applications = 1): Reached => ({
  milestone,
  at: new Date(at),
  applications,
});

describe('the timeline of applications', () => {
  const some = [
    reached('started', '2026-10-04T22:30:00Z', 2),
    reached('submitted', '2026-10-05T08:00:00Z'),
    reached('started', '2026-10-11T21:50:00Z'),
    reached('ruled', '2026-10-19T10:00:00Z'),
  ];

  it('counts by the days of the zone, and adds up', () => {
    expect(timeline(some, 'Europe/Rome', 'day')).toEqual([
      {
        from: '2026-10-05',
        until: '2026-10-05',
        reached: { started: 2, submitted: 1, ruled: 0 },
        inAll: { started: 2, submitted: 1, ruled: 0 },
      },
      {
        from: '2026-10-11',
        until: '2026-10-11',
        reached: { started: 1, submitted: 0, ruled: 0 },
        inAll: { started: 3, submitted: 1, ruled: 0 },
      },
      {
        from: '2026-10-19',
        until: '2026-10-19',
        reached: { started: 0, submitted: 0, ruled: 1 },
        inAll: { started: 3, submitted: 1, ruled: 1 },
      },
    ]);
    expect(timeline(some, 'America/New_York', 'day')[0]?.from).toBe('2026-10-04');
  });

  it('counts by weeks from Monday to Sunday', () => {
    expect(timeline(some, 'Europe/Rome', 'week').map(({ from, until, inAll }) => [from, until, inAll.started])).toEqual(
      [
        ['2026-10-05', '2026-10-11', 3],
        ['2026-10-19', '2026-10-25', 3],
      ],
    );
  });

  it('spans the day that has an hour more or less', () => {
    expect(spanOfDays('2026-10-25', '2026-10-25', 'Europe/Rome')).toEqual({
      start: new Date('2026-10-24T22:00:00Z'),
      end: new Date('2026-10-25T23:00:00Z'),
    });
  });

  it('loses nothing, and each of its steps holds what its days hold', () => {
    const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    const some = fc.array(
      fc.record({ milestone: fc.constantFrom(...milestones), at, applications: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('Europe/Rome', 'Asia/Kathmandu', 'America/New_York'),
        fc.constantFrom('day' as const, 'week' as const),
        (all, zone, step) => {
          for (const { from, until, reached: here } of timeline(all, zone, step)) {
            const { start, end } = spanOfDays(from, until, zone);
            for (const milestone of milestones) {
              const within = all.filter((one) => one.milestone === milestone && one.at >= start && one.at < end);
              expect(here[milestone]).toBe(within.reduce((sum, { applications }) => sum + applications, 0));
            }
          }
          const last = timeline(all, zone, step).at(-1)?.inAll ?? { started: 0, submitted: 0, ruled: 0 };
          expect(milestones.reduce((sum, one) => sum + last[one], 0)).toBe(
            all.reduce((sum, { applications }) => sum + applications, 0),
          );
        },
      ),
    );
  });
});
