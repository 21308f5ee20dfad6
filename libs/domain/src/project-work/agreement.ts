import type { Process } from '../process';
import { become } from '../process';
import { type Refusal, refuse } from '../refusal';
import { workProcess, type WorkState } from './work';

/** A mark that one of two markers proposes, for the other to accept. */
export const proposalStates = ['open', 'accepted', 'declined', 'replaced'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalProcess: Process<ProposalState> = {
  open: { to: ['accepted', 'declined', 'replaced'] },
  accepted: { to: [] },
  declined: { to: [] },
  replaced: { to: [] },
};

/** One of the markers before the work on which they differ, and whose proposal is open. */
export interface AtAgreement {
  readonly hasMarked: boolean;
  readonly proposal: 'own' | 'other' | null;
}

/** The two may agree as long as no third has decided. */
export const isToAgree = (state: WorkState): boolean => state === 'differing' || state === 'deciding';

function isAsked(state: WorkState, { hasMarked }: AtAgreement): true | Refusal {
  if (!isToAgree(state)) return refuse('project-work.nothing-to-agree');
  return hasMarked || refuse('project-work.not-its-marker');
}

/** A marker proposes a mark; an own one that is open is replaced, the other's is answered first. */
export function mayPropose(state: WorkState, at: AtAgreement): true | Refusal {
  const asked = isAsked(state, at);
  if (asked !== true) return asked;
  return at.proposal === 'other' ? refuse('project-work.answer-first') : true;
}

/** The other marker answers a proposal. */
export function mayAnswer(state: WorkState, at: AtAgreement): true | Refusal {
  const asked = isAsked(state, at);
  if (asked !== true) return asked;
  return at.proposal === 'other' || refuse('project-work.no-proposal');
}

/** The two give it up, and a third decides. The coordinator may say so too, where they do not answer. */
export function askThird(state: WorkState, at: { hasMarked: boolean; isCoordinator: boolean }): WorkState | Refusal {
  if (!at.hasMarked && !at.isCoordinator) return refuse('project-work.not-its-marker');
  return become(workProcess, state, 'deciding', 'project-work.nothing-to-agree');
}
