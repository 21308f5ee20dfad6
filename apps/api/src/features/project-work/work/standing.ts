import { type Refusal, standingOfGroup } from '@libretto/domain';
import type { Brief } from './briefs';
import { type Deadline, termsBy } from './deadlines';
import type { Work } from './work.entity';

/** The standing of a group with its project work. */
export interface Standing {
  latest: Work | null;
  attempt: number;
  deadline: Deadline;
  /** The attempt and version that a file handed in now would get, or the refusal. */
  next: { attempt: number; version: number; isLate: boolean } | Refusal;
}

interface Handing {
  /** In any order, locked if the caller means to add to them. */
  readonly works: readonly Work[];
  readonly hasGroup: boolean;
  readonly now: Date;
}

/** Evaluates the works of a group. */
export function standingBy(
  deadlines: (attempt: number) => Deadline,
  brief: Brief,
  { now, ...handing }: Handing,
): Standing {
  const standing = standingOfGroup(handing, termsBy(deadlines, brief), now);
  return { ...standing, deadline: deadlines(standing.attempt) };
}
