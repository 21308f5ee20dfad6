import type { Process } from '../process';

/**
 * A work is one group's project work at one attempt: its versions, its markings and, in the end, its result. Somebody
 * who works alone is a group of one.
 */
export const workStates = ['handed-in', 'differing', 'deciding', 'moderating', 'marked', 'released'] as const;
export type WorkState = (typeof workStates)[number];

/**
 * Where two markers differ they agree on a mark, or a third decides. A marked work waits for the others, because results
 * are released together; one that is drawn into a sample is looked at once more first.
 */
export const workProcess: Process<WorkState> = {
  'handed-in': { to: ['differing', 'marked'] },
  differing: { to: ['deciding', 'marked'] },
  deciding: { to: ['marked'] },
  moderating: { to: ['marked'] },
  marked: { to: ['moderating', 'released'] },
  released: { to: [] },
};

/** A grade comes beside it only from professors: see `markBy`. */
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
