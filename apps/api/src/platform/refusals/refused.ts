import { type Change, type Clash, isRefusal, merge, type Refusal, refuse } from '@libretto/domain';

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

/** A change of a draft that meets another change of the same field: whoever made it decides, with both before them. */
export class ChangedElsewhere extends Refused {
  constructor(
    readonly clashes: readonly Clash[],
    readonly stored: object,
  ) {
    super(refuse('common.changed-elsewhere', { fields: clashes.length }));
  }
}

/** The stored draft, which is locked, with a change in it. */
export function mergedOrRefuse<Draft extends object>(stored: Draft, change: Change<Partial<Draft>>): Draft {
  const { draft, clashes } = merge(stored, change);
  if (clashes.length) throw new ChangedElsewhere(clashes, stored);
  return draft;
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
