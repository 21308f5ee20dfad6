import { isRefusal, type Refusal, refuse } from '../refusal';
import { type ApplicationState, applicationProcess } from './application';
import { type CommissionMember, quorumOf, whoChairs, withoutConflict } from './commission';
import { type AdmissionTerms, exceptionHolds, questionsOf, requiredNotMet } from './criteria';
import { type Finding, findings, type Majority, mostOf, type VoteChoice, voteChoices } from './deciding';

/** What a ruling says. */
export const rulingOutcomes = ['admitted', 'admitted-by-exception', 'waiting-list', 'rejected'] as const;
export type RulingOutcome = (typeof rulingOutcomes)[number];

/** What the commission itself decides; whether there is a place is not its question. */
export type Decision = Exclude<RulingOutcome, 'waiting-list'>;

/** Everything that the commission has on record about one application. */
export interface Deliberation {
  readonly state: ApplicationState;
  readonly terms: AdmissionTerms;
  readonly members: readonly CommissionMember[];
  /** Those who are in conflict with the applicant. */
  readonly inConflict: ReadonlySet<string>;
  /** The vote that counts, of each who voted. */
  readonly votes: readonly { readonly accountId: string; readonly choice: VoteChoice }[];
  readonly findings: readonly { readonly accountId: string; readonly criterionId: string; readonly finding: Finding }[];
}

/** What the votes and findings come to: the record of a ruling. */
export interface Decided {
  readonly decision: Decision;
  readonly quorum: number;
  readonly membersWithoutConflict: number;
  readonly votes: Majority<VoteChoice>;
  readonly findings: Readonly<Record<string, Majority<Finding>>>;
}

/** How far the votes are. Only those of members without a conflict count. */
export function quorumStanding({ members, inConflict, votes }: Deliberation) {
  const base = withoutConflict(members, inConflict);
  const cast = votes.filter(({ accountId }) => base.some((member) => member.accountId === accountId));
  const quorum = quorumOf(base.length);
  return { quorum, membersWithoutConflict: base.length, cast: cast.length, stands: cast.length >= quorum };
}

/** What the commission has decided, or why it has not yet. */
export function decide(deliberation: Deliberation): Decided | Refusal {
  const { terms, members, inConflict } = deliberation;
  const { quorum, membersWithoutConflict, cast, stands } = quorumStanding(deliberation);
  if (!stands) return refuse('admissions.quorum-missing', { needed: quorum, voted: cast });
  const chairId = whoChairs(members, inConflict);
  const counts = <Said extends { accountId: string }>(said: readonly Said[]) =>
    said.filter(({ accountId }) => withoutConflict(members, inConflict).some((member) => member.accountId === accountId));
  const votes = mostOf(voteChoices, counts(deliberation.votes), chairId);
  if (votes.choice === null) return refuse('admissions.tie-needs-chair');
  const found = Object.fromEntries(
    questionsOf(terms).map((id) => {
      const said = counts(deliberation.findings).filter(({ criterionId }) => criterionId === id);
      return [id, mostOf(findings, said.map(({ accountId, finding }) => ({ accountId, choice: finding })), chairId)];
    }),
  );
  const decision = decisionOf(votes.choice, terms, found);
  return typeof decision === 'string' ? { decision, quorum, membersWithoutConflict, votes, findings: found } : decision;
}

function decisionOf(
  choice: VoteChoice,
  terms: AdmissionTerms,
  majorities: Readonly<Record<string, Majority<Finding>>>,
): Decision | Refusal {
  if (choice === 'reject') return 'rejected';
  const found = Object.fromEntries(Object.entries(majorities).map(([id, { choice: finding }]) => [id, finding]));
  const missed = requiredNotMet(terms, found).length;
  if (choice === 'admit')
    return missed === 0 ? 'admitted' : refuse('admissions.required-criterion-missed', { missed });
  return exceptionHolds(terms, found) ? 'admitted-by-exception' : refuse('admissions.exception-not-shown');
}

/** Closes the matter: only whoever chairs this application rules, with a reason, once the commission has decided. */
export function ruleOn(deliberation: Deliberation, by: { accountId: string; reason: string }): Decided | Refusal {
  const { state, members, inConflict } = deliberation;
  if (!applicationProcess[state].to.includes('ruled')) return refuse('admissions.not-before-commission', { state });
  if (whoChairs(members, inConflict) !== by.accountId) return refuse('admissions.not-the-chair');
  if (by.reason.trim() === '') return refuse('admissions.reason-missing');
  const decided = decide(deliberation);
  // Whoever has not voted does not see the others' votes, and a ruling shows them.
  if (!isRefusal(decided) && !deliberation.votes.some(({ accountId }) => accountId === by.accountId))
    return refuse('admissions.chair-votes-first');
  return decided;
}

/** The ruling that a decision becomes: an admission without a free place is the waiting list. */
export const outcomeOf = (decision: Decision, hasPlace: boolean): RulingOutcome =>
  decision === 'rejected' || hasPlace ? decision : 'waiting-list';
