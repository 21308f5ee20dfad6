import { mostMinutesADay } from '../programmes';
import { type Refusal, refuse } from '../refusal';

/**
 * The facts about the day for which somebody records time. Days are calendar days in ISO form, so they sort as texts.
 */
export interface DayFacts {
  readonly today: string;
  /** The first day of the edition. */
  readonly firstDay: string;
  /** That person's recorded minutes of the day, reversals counted: declared or from a roll. */
  readonly recorded: number;
}

/** Whether somebody may record these minutes for a day: one that has come, of the edition, with room for them. */
export function mayRecordOn(
  { day, minutes }: { day: string; minutes: number },
  { today, firstDay, recorded }: DayFacts,
): true | Refusal {
  if (day > today) return refuse('workload.day-in-the-future');
  if (day < firstDay) return refuse('workload.day-before-the-edition', { firstDay });
  return recorded + minutes <= mostMinutesADay || refuse('workload.day-is-full', { recorded, most: mostMinutesADay });
}
