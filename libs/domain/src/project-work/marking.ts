import { type Refusal, refuse } from '../refusal';
import type { WorkOutcome, Work } from './work';

/** The facts about a marker that the rules need. */
export interface Marker {
  readonly isMember: boolean;
  readonly hasMarked: boolean;
}

/** Whether this marker may mark this version of the work now. */
export function mayMark(work: Work, version: number, marker: Marker): true | Refusal {
  if (marker.isMember) return refuse('project-work.own-work');
  if (marker.hasMarked) return refuse('project-work.already-marked');
  if (work.state !== 'handed-in') return refuse('project-work.marking-over');
  if (version !== work.versions) return refuse('project-work.newer-version', { read: version, newest: work.versions });
  return true;
}

/**
 * The markers' common mark, or `null` while there is none: fewer than `needed` have marked, or they disagree and
 * another one has to decide.
 */
export function agreedMark(marks: readonly WorkOutcome[], needed: number): WorkOutcome | null {
  if (marks.length < needed) return null;
  const passed = marks.filter((mark) => mark === 'passed').length;
  const notPassed = marks.length - passed;
  if (passed === notPassed) return null;
  return passed > notPassed ? 'passed' : 'not-passed';
}

/**
 * Markers do not see each other's marks before they are done: a marker sees all markings of a work once their own is
 * there, or nothing is left to decide.
 */
export const seesMarkings = (state: Work['state'], marker: Pick<Marker, 'hasMarked'>): boolean =>
  marker.hasMarked || state !== 'handed-in';

/** One marker's mark of a work. */
export interface WorkMark {
  readonly outcome: WorkOutcome;
  readonly grade?: string | undefined;
}

/** A grade is a professor's to give, of an awarding or partner university. From anybody else: passed or not, nothing more. */
export function markBy({ isProfessor }: { isProfessor: boolean }, mark: WorkMark): WorkMark | Refusal {
  return mark.grade !== undefined && !isProfessor ? refuse('project-work.grade-needs-professor') : mark;
}

/** A work's level in one row of the rubric. */
export const rubricLevels = ['met', 'partly', 'not-met'] as const;
export type RubricLevel = (typeof rubricLevels)[number];

/** Every row of the rubric has an answer, and none is answered that is not there. */
export function fillRubric<Row extends { readonly row: string }>(
  rows: readonly string[],
  filled: readonly Row[],
): readonly Row[] | Refusal {
  const ordered = rows.map((row) => filled.filter((mark) => mark.row === row));
  const missing = ordered.filter((marks) => marks.length !== 1).length;
  return missing === 0 && filled.length === rows.length
    ? ordered.flat()
    : refuse('project-work.rubric-incomplete', { rows: Math.max(1, missing) });
}
