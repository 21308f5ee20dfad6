import type { Process } from '../process';

/**
 * A work is one group's project work at one attempt: its versions, its markings and, in the end, its result. Somebody
 * who works alone is a group of one.
 */
export const workStates = ['handed-in', 'marked', 'released'] as const;
export type WorkState = (typeof workStates)[number];

/** `marked` waits for the others: results are released together. */
export const workProcess: Process<WorkState> = {
  'handed-in': { to: ['marked'] },
  marked: { to: ['released'] },
  released: { to: [] },
};

/** Never a grade: see `markBy`. */
export const workOutcomes = ['passed', 'not-passed'] as const;
export type WorkOutcome = (typeof workOutcomes)[number];

/** A work as the rules look at it. */
export interface Work {
  readonly attempt: number;
  readonly state: WorkState;
  /** The number of versions; the last one counts. */
  readonly versions: number;
  /** The number of markers who have marked it. */
  readonly markings: number;
  /** The markers' agreed outcome, once there is one. */
  readonly outcome: WorkOutcome | null;
}
