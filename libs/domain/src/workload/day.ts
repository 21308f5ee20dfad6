import { mostMinutesADay } from '../programmes';
import { type Refusal, refuse } from '../refusal';
import { daysBetween, laterDay } from '../schedule';

/** Minutes of one calendar day, which is in ISO form, so days sort as texts. */
export interface DayMinutes {
  readonly day: string;
  readonly minutes: number;
}

/** Time that somebody declares at once: so many minutes on one day, or from it to another, both included. */
export interface DeclaredSpan {
  readonly from: string;
  readonly until?: string | undefined;
  readonly minutes: number;
}

/** The most days that one declaration holds: two months, of which nobody remembers more. */
export const mostDaysDeclared = 62;

/** Spreads a span over its days in whole minutes: what does not divide goes to the first ones. */
export function spreadOver({ from, until = from, minutes }: DeclaredSpan): DayMinutes[] | Refusal {
  if (until < from) return refuse('workload.ends-before-it-starts');
  const days = daysBetween(from, until) + 1;
  if (days > mostDaysDeclared) return refuse('workload.too-many-days', { most: mostDaysDeclared });
  const [each, rest] = [Math.floor(minutes / days), minutes % days];
  return Array.from({ length: days }, (_, at) => ({
    day: laterDay(from, at),
    minutes: each + (at < rest ? 1 : 0),
  })).filter((one) => one.minutes > 0);
}

/** The facts about the days for which somebody records time. */
export interface DayFacts {
  readonly today: string;
  /** The first day of the edition. */
  readonly firstDay: string;
  /** That person's recorded minutes of each day, reversals counted: declared or from a roll, in any edition. */
  readonly recorded: ReadonlyMap<string, number>;
}

/** Whether somebody may record these minutes: of days that have come, of the edition, with room for them. */
export function mayRecordOn(days: readonly DayMinutes[], { today, firstDay, recorded }: DayFacts): true | Refusal {
  for (const { day, minutes } of days) {
    if (day > today) return refuse('workload.day-in-the-future');
    if (day < firstDay) return refuse('workload.day-before-the-edition', { firstDay });
    const there = recorded.get(day) ?? 0;
    if (there + minutes > mostMinutesADay)
      return refuse('workload.day-is-full', { day, recorded: there, most: mostMinutesADay });
  }
  return true;
}
