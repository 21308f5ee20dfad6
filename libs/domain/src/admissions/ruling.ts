import { isRefusal, type Refusal, refuse } from '../refusal';
import { type ApplicationState, applicationProcess } from './application';
import { type CommissionMember, quorumOf, whoChairs, withoutConflict } from './commission';
import { type AdmissionTerms, byException, questionsOf, requiredMissed, requiredNotMet } from './criteria';
import { type Finding, findings, type Majority, mostOf, type VoteChoice, voteChoices } from './deciding';
import { secondRound, type SecondRoundBase } from './second-round';

/** What a ruling says. */
export const rulingOutcomes = ['admitted', 'admitted-by-exception', 'waiting-list', 'rejected'] as const;
export type RulingOutcome = (typeof rulingOutcomes)[number];

/** What the commission itself decides; whether there is a place is not its question. */
export type Decision = Exclude<RulingOutcome, 'waiting-list'>;

/** What an appeal has opened a second round about. */
export interface FirstRound {
  readonly decision: Decision;
  /** Who voted then, or signed the ruling. */
  readonly ruledBy: ReadonlySet<string>;
}

/** Everything that the commission has on record about one application. */
export interface Deliberation {
  readonly state: ApplicationState;
  readonly terms: AdmissionTerms;
  readonly members: readonly CommissionMember[];
  /** Those who are in conflict with the applicant. */
  readonly inConflict: ReadonlySet<string>;
  /** Those who have yet to answer what the applicant claims of them. They stay in the base. */
  readonly asked: ReadonlySet<string>;
  /** `null` until an appeal. */
  readonly first: FirstRound | null;
  /** The vote that counts, of each who voted. */
  readonly votes: readonly { readonly accountId: string; readonly choice: VoteChoice }[];
  readonly findings: readonly { readonly accountId: string; readonly criterionId: string; readonly finding: Finding }[];
}

/** Who decides on an application: the base of its quorum, and who of them chairs it. */
export interface QuorumBase {
  readonly members: readonly CommissionMember[];
  readonly chairId: string | null;
  /** On appeal: which members these are. */
  readonly secondRound: SecondRoundBase | null;
}

/** Those who are not in conflict; on appeal, those who did not rule first. */
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

/** What keeps a commission from ruling whatever its members do: they are fewer than any quorum, or none of them may chair. */
export const commissionLacks = ['quorum', 'chair'] as const;
export type CommissionLack = (typeof commissionLacks)[number];

export function lackOf({ members, chairId }: QuorumBase): CommissionLack | null {
  if (members.length < quorumOf(members.length)) return 'quorum';
  return chairId === null ? 'chair' : null;
}

/** What the votes and findings come to: the record of a ruling. */
export interface Decided {
  readonly decision: Decision;
  /** On appeal: most voted to reject somebody whom the first round had admitted. An appeal never makes it worse. */
  readonly keepsFirst: boolean;
  readonly quorum: number;
  readonly membersWithoutConflict: number;
  readonly votes: Majority<VoteChoice>;
  readonly findings: Readonly<Record<string, Majority<Finding>>>;
}

/** How far the votes are. Only those of the members who decide count. */
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

/** What the commission has decided, or why it has not yet. */
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

/** Closes the matter: only whoever chairs this application rules, with a reason, once the commission has decided. */
export function ruleOn(deliberation: Deliberation, by: { accountId: string; reason: string }): Decided | Refusal {
  const { state } = deliberation;
  if (!applicationProcess[state].to.includes('ruled')) return refuse('admissions.not-before-commission', { state });
  if (baseOf(deliberation).chairId !== by.accountId) return refuse('admissions.not-the-chair');
  if (deliberation.asked.has(by.accountId)) return refuse('admissions.declare-first');
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
