/// <reference lib="esnext.temporal" />
import { dayOf, laterDay } from '../schedule';

/** Events that happen to an application once, and are counted over time. */
export const milestones = ['started', 'submitted', 'ruled'] as const;
export type Milestone = (typeof milestones)[number];

export type Step = 'day' | 'week';

/** The number of applications that reached a milestone at an instant. */
export interface Reached {
  readonly milestone: Milestone;
  readonly at: Date;
  readonly applications: number;
}

/** One day or week with such events, and their total by its end. */
export interface TimelineStep {
  /** The first and the last day, `2026-11-23`. */
  readonly from: string;
  readonly until: string;
  readonly reached: Readonly<Record<Milestone, number>>;
  readonly inAll: Readonly<Record<Milestone, number>>;
}

/** The days, or the weeks from Monday to Sunday, with such events, on the calendar of a zone. */
export function timeline(reached: readonly Reached[], zone: string, step: Step): TimelineStep[] {
  const firstDay = (at: Date) => (step === 'day' ? dayOf(at, zone) : mondayOf(dayOf(at, zone)));
  const days = [...new Set(reached.map(({ at }) => firstDay(at)))].sort();
  const inAll = { started: 0, submitted: 0, ruled: 0 };
  return days.map((from) => {
    const then = reached.filter(({ at }) => firstDay(at) === from);
    const sum = (milestone: Milestone) =>
      then.reduce((total, one) => total + (one.milestone === milestone ? one.applications : 0), 0);
    const here = { started: sum('started'), submitted: sum('submitted'), ruled: sum('ruled') };
    for (const milestone of milestones) inAll[milestone] += here[milestone];
    return { from, until: step === 'day' ? from : laterDay(from, 6), reached: here, inAll: { ...inAll } };
  });
}

/** The instants between which these days lie in a zone: the first is included, the last is not. */
export function spanOfDays(from: string, until: string, zone: string): { start: Date; end: Date } {
  const startOf = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  return { start: startOf(from), end: startOf(laterDay(until, 1)) };
}

const mondayOf = (day: string): string => laterDay(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
