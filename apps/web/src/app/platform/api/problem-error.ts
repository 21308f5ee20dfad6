import type { RefusalCode } from '@libretto/domain';
import type { Problem } from '@libretto/contracts';

/**
 * A refusal of the API, or the reason why it could not be reached. `message` is a sentence for the person, in their
 * language.
 */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** The header `Retry-After`, if the response had one. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail);
  }

  /** The refusal's code, for the few places that act on one: `common.not-signed-in`. */
  get code(): RefusalCode {
    return this.problem.code as RefusalCode;
  }
}

/** The refusal's code of any thrown value, or `undefined`. */
export const codeOf = (error: unknown): RefusalCode | undefined =>
  error instanceof ProblemError ? error.code : undefined;

/** The seconds after which another try makes sense, if the server names them. */
export function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const { minutes } = error.problem.numbers;
  return [error.retryAfter, Number(minutes) * 60].map(Number).find((wait) => wait > 0);
}
