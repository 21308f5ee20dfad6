/** How often a session takes place again. */
interface Series {
  /** `2026-12-03`. */
  readonly first: string;
  /** Every so many weeks. */
  readonly weeks: number;
  /** `MO`, `TH`; without any, the weekday of the first. */
  readonly on: readonly string[];
  /** The number of sessions, or the last day. */
  readonly ends: { readonly times: number } | { readonly until: string };
}

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The days of a series by a recurrence rule of RFC 5545, at most so many. */
export async function daysOf({ first, weeks, on, ends }: Series, most: number): Promise<string[]> {
  const { default: ICAL } = await import('ical.js');
  const rule = ICAL.Recur.fromData({
    freq: 'WEEKLY',
    interval: weeks,
    ...(on.length ? { byday: [...on] } : {}),
    ...('times' in ends ? { count: ends.times } : { until: ICAL.Time.fromDateString(ends.until) }),
  });
  const days: string[] = [];
  const next = rule.iterator(ICAL.Time.fromDateString(first));
  for (let day = next.next(); day && days.length < most; day = next.next()) days.push(day.toString());
  return days;
}
