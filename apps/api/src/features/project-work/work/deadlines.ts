import type { EntityManager } from 'typeorm';
import type { EditionCard } from '../../editions';
import { ProjectDeadline } from './project-deadline.entity';

/** The deadline of one attempt, and the reason if it is not the usual one. */
export interface Deadline {
  until: Date;
  reason: string | null;
}

/**
 * The deadline of each of these attempts: the one that the coordinator set last, or else the end of the edition's last
 * day.
 */
export async function deadlinesOf(
  from: EntityManager,
  edition: Pick<EditionCard, 'id' | 'endsOn' | 'timeZone'>,
): Promise<(attempt: number) => Deadline> {
  // A handful of rows: one per extension and one per further attempt.
  const set = await from.find(ProjectDeadline, { where: { editionId: edition.id }, order: { id: 'ASC' } });
  const newest = new Map(set.map((deadline) => [deadline.attempt, deadline]));
  return (attempt) => newest.get(attempt) ?? { until: endOfDay(edition.endsOn, edition.timeZone), reason: null };
}

/** The last second of a calendar day in a zone. */
export function endOfDay(day: string, zone: string): Date {
  const nextDay = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone);
  return new Date(nextDay.epochMilliseconds - 1000);
}

/** The attempt whose deadline runs: the newest one with a deadline of its own, or else the first. */
export async function runningAttempt(from: EntityManager, editionId: string): Promise<number> {
  return (await from.maximum(ProjectDeadline, 'attempt', { editionId })) ?? 1;
}
