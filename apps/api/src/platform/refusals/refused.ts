import { type Change, type Clash, isRefusal, merge, type Refusal, type RefusalCode, refuse } from '@libretto/domain';

/** A refusal on its way to the client: the problem filter words it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/** Passes on a rule's agreement; throws its refusal. */
export function orRefuse<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}

/** The other way round, where one refused thing keeps no other from going on: what the work answers, or its refusal. */
export function answerOf<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** A refusal as a reply tells it, for the screen to word; `null` where a rule agreed, or had nothing to answer. */
export const reasonOf = (answer: unknown): { code: RefusalCode; numbers: Record<string, string | number> } | null =>
  isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null;

/**
 * A change of a draft that conflicts with another change of the same field: its author decides, with both values in
 * view.
 */
export class ChangedElsewhere extends Refused {
  constructor(
    readonly clashes: readonly Clash[],
    readonly stored: object,
  ) {
    super(refuse('common.changed-elsewhere', { fields: clashes.length }));
  }
}

/** The stored draft, which is locked, with a change merged in. */
export function mergedOrRefuse<Draft extends object>(stored: Draft, change: Change<Partial<Draft>>): Draft {
  const { draft, clashes } = merge(stored, change);
  if (clashes.length) throw new ChangedElsewhere(clashes, stored);
  return draft;
}

/** Continues only if a policy agrees. */
export function allow(allowed: boolean): void {
  if (!allowed) throw new Refused(refuse('common.not-allowed'));
}

/** A missing thing and one of which somebody must not know have the same answer. */
export const notFound = () => new Refused(refuse('common.not-found'));

/** Passes on an existing thing; refuses with `common.not-found` otherwise. */
export function orNotFound<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw notFound();
  return thing;
}
