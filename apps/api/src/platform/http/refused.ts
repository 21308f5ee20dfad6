import { isRefusal, type Refusal, refuse } from '@libretto/domain';

/** A refusal on its way to the person who asked: the problem filter words it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/** Passes on what a rule agreed to; throws what it refused. */
export function orRefuse<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}

/** Goes on only where a policy agrees. */
export function allow(allowed: boolean): void {
  if (!allowed) throw new Refused(refuse('common.not-allowed'));
}

/** What is not there, and what somebody may not know to be there, answer the same. */
export const notFound = () => new Refused(refuse('common.not-found'));

/** Passes on what is there; refuses with `common.not-found` where nothing is. */
export function orNotFound<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw notFound();
  return thing;
}
