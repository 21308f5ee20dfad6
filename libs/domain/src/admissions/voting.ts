import { type Refusal, refuse } from '../refusal';
import { type AdmissionTerms, byException, requiredMissed, requiredNotMet } from './criteria';
import type { Finding, VoteChoice } from './deciding';

/**
 * Whether a member may vote like this. A vote follows from the member's own findings: the criteria come first, a missed
 * required criterion prevents a vote to admit, and an exception needs a programme that allows it and both of its
 * findings.
 */
export function castVote(
  terms: AdmissionTerms,
  found: Readonly<Record<string, Finding | undefined>>,
  { choice, reason }: { choice: VoteChoice; reason: string },
): true | Refusal {
  const open = terms.criteria.filter(({ id }) => !found[id]).length;
  if (open > 0) return refuse('admissions.findings-missing', { open });
  if (reason.trim() === '') return refuse('admissions.reason-missing');
  const missed = requiredNotMet(terms, found).length;
  if (choice === 'admit' && missed > 0) return requiredMissed(terms, missed);
  return choice === 'admit-by-exception' ? byException(terms, found) : true;
}

/** Members do not see each other's votes and findings before they have voted, or the ruling has closed the matter. */
export const seesOthers = ({ hasVoted, isRuled }: { hasVoted: boolean; isRuled: boolean }): boolean =>
  hasVoted || isRuled;

/** The vote of each member that counts, among the votes of one round: the last one. */
export function votesThatCount<
  Cast extends { readonly applicationId: string; readonly accountId: string; readonly number: number },
>(votes: readonly Cast[]): Cast[] {
  const last = new Map<string, Cast>();
  for (const vote of votes) {
    const key = `${vote.applicationId} ${vote.accountId}`;
    if ((last.get(key)?.number ?? 0) < vote.number) last.set(key, vote);
  }
  return [...last.values()];
}
