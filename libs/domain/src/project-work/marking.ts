import { become } from '../process';
import { type Refusal, refuse } from '../refusal';
import type { WorkMark } from './grades';
import { workProcess, type Work, type WorkState } from './work';

/** For how many minutes a marker who has written something of a work is taken to be at it. */
export const leaseMinutes = 30;

/** The facts about a marker that the rules need. */
export interface Marker {
  readonly isMember: boolean;
  readonly hasMarked: boolean;
}

/** Who else is at a work: as many as have begun to write and have not marked it, and how many it needs in all. */
export interface AtWork {
  readonly needed: number;
  readonly others: number;
}

const nobodyElse: AtWork = { needed: 1, others: 0 };

/** Whether this marker may mark this version of the work now. */
export function mayMark(work: Work, version: number, marker: Marker, at: AtWork = nobodyElse): true | Refusal {
  if (marker.isMember) return refuse('project-work.own-work');
  if (marker.hasMarked) return refuse('project-work.already-marked');
  if (work.state === 'differing') return refuse('project-work.markers-agree');
  if (!isOpenToMark(work.state)) return refuse('project-work.marking-over');
  if (version !== work.versions) return refuse('project-work.newer-version', { read: version, newest: work.versions });
  return at.others >= seatsOf(work, at.needed) ? refuse('project-work.somebody-marks') : true;
}

/** The states in which another marker's mark is wanted. */
export const isOpenToMark = (state: WorkState): boolean => state === 'handed-in' || state === 'deciding';

/** Whether a work in this state waits for somebody who marks. A released one waits while its result is appealed. */
export const waitsForMarkers = (state: WorkState): boolean => state !== 'marked' && state !== 'released';

/** How many markers a work still waits for: a third decides alone. */
const seatsOf = ({ state, markings }: Work, needed: number): number =>
  state === 'deciding' ? 1 : Math.max(1, needed - markings);

/**
 * What the markings of a work say, the newest last: the state it goes to, and the agreed mark once there is one. Two of
 * one mind agree, and a grade that only one of them could give stands; where they differ they talk; a third decides.
 */
export function afterMarking(
  state: WorkState,
  marks: readonly WorkMark[],
  needed: number,
): { readonly state: WorkState; readonly mark: WorkMark | null } | Refusal {
  const newest = marks.at(-1);
  if (!newest || (state !== 'deciding' && marks.length < needed)) return { state, mark: null };
  const mark = state === 'deciding' ? newest : commonMark(marks);
  const next = become(workProcess, state, mark ? 'marked' : 'differing', 'project-work.marking-over');
  return typeof next === 'string' ? { state: next, mark } : next;
}

/** The mark that all of these are, or `null` where they differ. */
export function commonMark(marks: readonly WorkMark[]): WorkMark | null {
  const [outcomes, grades] = [
    new Set(marks.map(({ outcome }) => outcome)),
    new Set(marks.flatMap(({ grade }) => grade ?? [])),
  ];
  const [outcome, grade] = [[...outcomes][0], [...grades][0]];
  if (!outcome || outcomes.size > 1 || grades.size > 1) return null;
  return grade === undefined ? { outcome } : { outcome, grade };
}

/**
 * Markers do not see each other's marks before they are done: a marker sees all markings of a work once their own is
 * there. A third who has to decide sees both, as does everybody once nothing is left to decide.
 */
export const seesMarkings = (state: WorkState, marker: Pick<Marker, 'hasMarked'>): boolean =>
  marker.hasMarked || (state !== 'handed-in' && state !== 'differing');

/** A work that has not passed is told what must change, so that the next attempt can. */
export function sayWhatMustChange({ outcome }: WorkMark, mustChange: string): string | null | Refusal {
  if (outcome === 'passed') return null;
  return mustChange.trim() ? mustChange : refuse('project-work.must-change-missing');
}
