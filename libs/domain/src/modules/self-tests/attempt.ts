import { type Refusal, refuse } from '../../refusal';

/** An attempt is begun, then finished: what was answered by then is scored, and stays. */
export interface Attempt {
  readonly finishedAt: Date | null;
  /** Once it is finished. */
  readonly percent: number | null;
  readonly isPassed: boolean | null;
}

/** Whether somebody may begin a further attempt; one that is open is gone on with. */
export function mayBeginAttempt(taken: readonly Attempt[], most: number | null): true | Refusal {
  return attemptsLeft(taken, most) === 0 ? refuse('modules.attempts-used', { of: most ?? 0 }) : true;
}

/** `null`: as many as they like. */
export const attemptsLeft = (taken: readonly Attempt[], most: number | null): number | null =>
  most === null ? null : Math.max(0, most - taken.length);

/** The best result counts: of the finished attempts the one with most points. */
export const bestOf = <One extends Attempt>(taken: readonly One[]): One | null =>
  taken.reduce<One | null>(
    (best, one) => (one.finishedAt && (one.percent ?? 0) > (best?.percent ?? -1) ? one : best),
    null,
  );

/** Whether a participant may learn the outcome of a question: once they have checked it, or handed in the test. */
export const isTold = (
  { finishedAt }: Pick<Attempt, 'finishedAt'>,
  answer: { readonly percent: number | null } | undefined,
): boolean => finishedAt !== null || (answer?.percent ?? null) !== null;

/** A wrong answer that fewer people gave is shown to nobody: one person may have written it alone. */
export const wrongAnswerFloor = 2;
