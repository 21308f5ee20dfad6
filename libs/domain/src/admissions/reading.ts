import { type ApplicationState, awaitsRuling } from './application';

/** A member's access to a dossier: outside the commission, in conflict, not yet declared, or reading it. */
export type Reading = 'outside' | 'in-conflict' | 'undeclared' | 'reads';

/** The record between one member and one applicant. */
export interface Acquaintance {
  readonly state: ApplicationState;
  readonly isMember: boolean;
  readonly isInConflict: boolean;
  readonly hasDeclared: boolean;
  /** Whether the applicant has made a claim about them that they have not answered. */
  readonly isAsked: boolean;
}

/** One organisation may have several domains below its own: `law.unizg.example` belongs to `unizg.example`. */
export function readingOf({ state, isMember, isInConflict, hasDeclared, isAsked }: Acquaintance): Reading {
  if (!isMember) return 'outside';
  if (isInConflict) return 'in-conflict';
  return hasDeclared && !(isAsked && awaitsRuling(state)) ? 'reads' : 'undeclared';
}
