import { attemptNow, handIn, type Refusal, refuse } from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import type { EditionCard } from '../../editions';
import { type Deadline, deadlinesOf } from './deadlines';
import type { Work } from './work.entity';

/** The standing of a group with its project work. */
export interface Standing {
  latest: Work | null;
  attempt: number;
  deadline: Deadline;
  /** The attempt and version that a file handed in now would get, or the refusal. */
  next: { attempt: number; version: number } | Refusal;
}

/** Evaluates the works of a group, in any order, locked if the caller means to add to them. */
export async function standingOf(
  from: EntityManager,
  edition: EditionCard,
  { works, hasGroup, now }: { works: readonly Work[]; hasGroup: boolean; now: Date },
): Promise<Standing> {
  const { by, attempts } = edition.definition.projectWork;
  const latest = works.toSorted((one, other) => other.attempt - one.attempt)[0] ?? null;
  const attempt = Math.min(attemptNow(latest), attempts);
  const deadline = (await deadlinesOf(from, edition))(attempt);
  const next =
    by === 'group' && !hasGroup
      ? refuse('project-work.no-group')
      : handIn({ latest, attempts, deadline: deadline.until }, now);
  return { latest, attempt, deadline, next };
}
