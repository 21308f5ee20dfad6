import { type Refusal, refuse } from '../refusal';
import { approveAward, decideOnAward } from './approval';
import {
  endCredential,
  type Issuing,
  reinstateCredential,
  retryIssue,
  suspendCredential,
  type Suspending,
} from './credential';

/** What a registrar does to one award, or to several of them in turn. */
export const awardChanges = ['approve', 'suspend', 'reinstate', 'revoke', 'retry'] as const;
export type AwardChange = (typeof awardChanges)[number];

/** An award as a change looks at it. */
export interface ChangingAward {
  readonly issuing: Issuing;
  /** The credential that counts; `null` before one is signed. */
  readonly credential: Suspending | null;
  /** Whether it is the award of the person who changes it. */
  readonly isOwn: boolean;
  /** Whether the same person has approved it already. */
  readonly hasApproved: boolean;
}

/** What a change makes of an award, or why it is refused: the commands answer the same. */
export function changeAward(
  change: AwardChange,
  { issuing, credential, isOwn, hasApproved }: ChangingAward,
): string | Refusal | true {
  if (change === 'approve') return approveAward({ state: issuing.state, isOwn, hasApproved });
  if (change === 'retry') return retryIssue(issuing);
  const decided = decideOnAward(isOwn);
  if (decided !== true) return decided;
  if (!credential) return refuse('credentials.not-signed');
  if (change === 'suspend') return suspendCredential(credential);
  if (change === 'reinstate') return reinstateCredential(credential.state);
  return endCredential(credential.state, 'revoked');
}
