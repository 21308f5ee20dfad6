import { type Refusal, refuse } from '../refusal';
import type { IssueState } from './credential';

/** What a programme may ask before an award is issued: nobody's approval, or that of one or two registrars. */
export const approvalDemands = ['none', 'one', 'two'] as const;
export type ApprovalDemand = (typeof approvalDemands)[number];

/** How many different people have to approve. */
export const approvalsAsked = (demand: ApprovalDemand | undefined): number => approvalDemands.indexOf(demand ?? 'none');

/** Nobody decides about their own award. */
export const decideOnAward = (isOwn: boolean): true | Refusal => !isOwn || refuse('credentials.is-own');

/** An award as its approval looks at it. */
export interface ApprovingAward {
  readonly state: IssueState;
  readonly isOwn: boolean;
  /** Whether the same person has approved it already. */
  readonly hasApproved: boolean;
}

/** Approves that an award is issued: each person once, and nobody their own. */
export function approveAward({ state, isOwn, hasApproved }: ApprovingAward): true | Refusal {
  const decided = decideOnAward(isOwn);
  if (decided !== true) return decided;
  if (state !== 'unapproved') return refuse('credentials.nothing-to-approve');
  return !hasApproved || refuse('credentials.approved-already');
}
