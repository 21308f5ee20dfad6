import type { Problem } from '@libretto/contracts';

/** What the API refused, or why it could not be reached. `message` is a sentence for the person, in their language. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** The refusal's code, for the few places that act on one: `common.not-signed-in`. */
  get code(): string {
    return this.problem.code;
  }
}

/** The refusal's code of any thrown thing, or nothing. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ProblemError ? error.code : undefined);
