import type { Process } from '../process';
import { type Refusal, refuse } from '../refusal';

/** `merged`: another spelling of the one into which it was merged. */
export const institutionStates = ['proposed', 'confirmed', 'merged'] as const;
export type InstitutionState = (typeof institutionStates)[number];

export const institutionProcess: Process<InstitutionState> = {
  proposed: { to: ['confirmed', 'merged'] },
  confirmed: { to: ['merged'] },
  merged: { to: [] },
};

/** The most proposals of one person that nobody has reviewed yet. */
export const mostProposals = 5;

export const propose = ({ waiting }: { waiting: number }): true | Refusal =>
  waiting < mostProposals || refuse('accounts.too-many-proposals', { most: mostProposals });

/** Whether one institution may be merged into another. */
export function becomeOne(
  from: { readonly id: string; readonly state: InstitutionState; readonly rorId: string | null },
  into: { readonly id: string; readonly state: InstitutionState; readonly rorId: string | null },
): true | Refusal {
  if (from.id === into.id) return refuse('accounts.merge-with-itself');
  if (from.state === 'merged' || into.state === 'merged') return refuse('accounts.merged-already');
  // The registry has both, with different ids.
  return !(from.rorId && into.rorId) || refuse('accounts.two-in-the-registry');
}
