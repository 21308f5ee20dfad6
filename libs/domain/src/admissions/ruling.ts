import { isRefusal, type Refusal, refuse } from '../refusal';
import { type ApplicationState, applicationProcess } from './application';
import { type CommissionMember, quorumOf, whoChairs, withoutConflict } from './commission';
import { type AdmissionTerms, byException, questionsOf, requiredMissed, requiredNotMet } from './criteria';
import { type Finding, findings, type Majority, mostOf, type VoteChoice, voteChoices } from './deciding';
import { secondRound, type SecondRoundBase } from './second-round';

/** The outcome of a ruling. */
export const rulingOutcomes = ['admitted', 'admitted-by-exception', 'waiting-list', 'rejected'] as const;
export type RulingOutcome = (typeof rulingOutcomes)[number];

/** The commission's own decision, without regard to places. */
export type Decision = Exclude<RulingOutcome, 'waiting-list'>;

/** The first round's decision, under appeal. */
export interface FirstRound {
  readonly decision: Decision;
  /** The members who voted then, or signed the ruling. */
  readonly ruledBy: ReadonlySet<string>;
}

/** The commission's whole record of one application. */
export interface Deliberation {
  readonly state: ApplicationState;
  readonly terms: AdmissionTerms;
  readonly members: readonly CommissionMember[];
  /** The members who are in conflict with the applicant. */
  readonly inConflict: ReadonlySet<string>;
  /** The members who have yet to answer the applicant's claims. They stay in the base. */
  readonly asked: ReadonlySet<string>;
  /** `null` until an appeal. */
  readonly first: FirstRound | null;
  /** The vote that counts, for each voter. */
  readonly votes: readonly { readonly accountId: string; readonly choice: VoteChoice }[];
  readonly findings: readonly { readonly accountId: string; readonly criterionId: string; readonly finding: Finding }[];
}

/** The members who decide on an application, the base of its quorum, and their chair. */
export interface QuorumBase {
  readonly members: readonly CommissionMember[];
  readonly chairId: string | null;
  /** On appeal: whether these are the others or all. */
  readonly secondRound: SecondRoundBase | null;
}

/** The members who are not in conflict; on appeal, those who did not rule first. */
export function baseOf({
  members,
  inConflict,
  first,
}: Pick<Deliberation, 'members' | 'inConflict' | 'first'>): QuorumBase {
  if (!first)
    return {
      members: withoutConflict(members, inConflict),
      chairId: whoChairs(members, inConflict),
      secondRound: null,
    };
  const { base, ...second } = secondRound(members, inConflict, first.ruledBy);
  return { ...second, secondRound: base };
}

/**
 * Reasons for which a commission cannot rule at all: it has fewer members than any quorum, or none of them may chair.
 */
export const commissionLacks = ['quorum', 'chair'] as const;
export type CommissionLack = (typeof commissionLacks)[number];

export function lackOf({ members, chairId }: QuorumBase): CommissionLack | null {
  if (members.length < quorumOf(members.length)) return 'quorum';
  return chairId === null ? 'chair' : null;
}

/** The result of votes and findings: the record of a ruling. */
export interface Decided {
  readonly decision: Decision;
  /**
   * On appeal: the majority voted to reject somebody whom the first round had admitted. An appeal never worsens a
   * ruling.
   */
  readonly keepsFirst: boolean;
  readonly quorum: number;
  readonly membersWithoutConflict: number;
  readonly votes: Majority<VoteChoice>;
  readonly findings: Readonly<Record<string, Majority<Finding>>>;
}

/** The number of votes and the quorum. Only votes of members who decide count. */
export function quorumStanding(deliberation: Deliberation) {
  const { members } = baseOf(deliberation);
  const quorum = quorumOf(members.length);
  const cast = saidBy(members, deliberation.votes).length;
  return { quorum, membersWithoutConflict: members.length, cast, stands: cast >= quorum };
}

const saidBy = <Said extends { accountId: string }>(
  members: readonly CommissionMember[],
  said: readonly Said[],
): Said[] => said.filter(({ accountId }) => members.some((member) => member.accountId === accountId));

/** The commission's decision, or the reason why there is none yet. */
export function decide(deliberation: Deliberation): Decided | Refusal {
  const { terms, first } = deliberation;
  const { quorum, membersWithoutConflict, cast, stands } = quorumStanding(deliberation);
  if (!stands) return refuse('admissions.quorum-missing', { needed: quorum, voted: cast });
  const { members, chairId } = baseOf(deliberation);
  const votes = mostOf(voteChoices, saidBy(members, deliberation.votes), chairId);
  if (votes.choice === null) return refuse('admissions.tie-needs-chair');
  const found = Object.fromEntries(
    questionsOf(terms).map((id) => {
      const said = saidBy(members, deliberation.findings).filter(({ criterionId }) => criterionId === id);
      return [
        id,
        mostOf(
          findings,
          said.map(({ accountId, finding }) => ({ accountId, choice: finding })),
          chairId,
        ),
      ];
    }),
  );
  const decision = decisionOf(votes.choice, terms, found);
  if (isRefusal(decision)) return decision;
  const keepsFirst = decision === 'rejected' && first !== null && first.decision !== 'rejected';
  return {
    decision: keepsFirst ? first.decision : decision,
    keepsFirst,
    quorum,
    membersWithoutConflict,
    votes,
    findings: found,
  };
}

function decisionOf(
  choice: VoteChoice,
  terms: AdmissionTerms,
  majorities: Readonly<Record<string, Majority<Finding>>>,
): Decision | Refusal {
  if (choice === 'reject') return 'rejected';
  const found = Object.fromEntries(Object.entries(majorities).map(([id, { choice: finding }]) => [id, finding]));
  const missed = requiredNotMet(terms, found).length;
  if (choice === 'admit') return missed === 0 ? 'admitted' : requiredMissed(terms, missed);
  const holds = byException(terms, found);
  return isRefusal(holds) ? holds : 'admitted-by-exception';
}

/** The ruling that this member could make now, or why there is none: only its chair can, once the commission has decided. */
export function readyToRule(deliberation: Deliberation, accountId: string): Decided | Refusal {
  const { state } = deliberation;
  if (!applicationProcess[state].to.includes('ruled')) return refuse('admissions.not-before-commission', { state });
  if (baseOf(deliberation).chairId !== accountId) return refuse('admissions.not-the-chair');
  if (deliberation.asked.has(accountId)) return refuse('admissions.declare-first');
  // A chair who has not voted does not see the others' votes, nor what they come to: only whether they are enough.
  const hasVoted = deliberation.votes.some((vote) => vote.accountId === accountId);
  if (quorumStanding(deliberation).stands && !hasVoted) return refuse('admissions.chair-votes-first');
  return decide(deliberation);
}

/** Rules on an application, with a reason. */
export function ruleOn(deliberation: Deliberation, by: { accountId: string; reason: string }): Decided | Refusal {
  const decided = readyToRule(deliberation, by.accountId);
  return isRefusal(decided) || by.reason.trim() ? decided : refuse('admissions.reason-missing');
}

/** The outcome of a decision: an admission without a free place is the waiting list. */
export const outcomeOf = (decision: Decision, hasPlace: boolean): RulingOutcome =>
  decision === 'rejected' || hasPlace ? decision : 'waiting-list';
