import { type Refusal, refuse } from '../refusal';
import { type ApplicationState, awaitsRuling, isBeforeCommission } from './application';
import type { Reading } from './reading';

/** One dossier before one member, with the facts that decide on the member's work. */
export interface BeforeMember {
  readonly state: ApplicationState;
  readonly reading: Reading;
  /** Whether they are of those who decide in its round. */
  readonly decides: boolean;
}

/** A dossier that is closed to a member does not exist for them. */
const closedTo = (reading: Reading): boolean => reading === 'outside' || reading === 'in-conflict';

/**
 * Whether a member may declare that they are in conflict, or that they are not. A member who reads a dossier can still
 * declare a conflict that they learn of later; a declared conflict is never withdrawn.
 */
export function declare(
  { state, reading }: Pick<BeforeMember, 'state' | 'reading'>,
  { inConflict }: { inConflict: boolean },
): true | Refusal {
  if (closedTo(reading)) return refuse('common.not-found');
  if (reading === 'reads' && !inConflict) return refuse('admissions.already-declared');
  return awaitsRuling(state) || refuse('admissions.not-before-commission', { state });
}

/** Whether a member may assess a dossier and vote on it. */
export function workOn({ state, reading, decides }: BeforeMember): true | Refusal {
  if (closedTo(reading)) return refuse('common.not-found');
  if (!isBeforeCommission(state)) return refuse('admissions.not-before-commission', { state });
  if (reading === 'undeclared') return refuse('admissions.declare-first');
  return decides || refuse('admissions.ruled-first');
}

/** Whether a member who works on a dossier may discuss it: the others' opinions show once the member has voted. */
export const discuss = ({ hasVoted }: { hasVoted: boolean }): true | Refusal =>
  hasVoted || refuse('admissions.vote-before-discussing');
