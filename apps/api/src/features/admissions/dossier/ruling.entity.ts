import type { ConflictGround, Decision, Finding, RulingOutcome, SecondRoundBase, VoteChoice } from '@libretto/domain';
import { Check, Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** The basis of a ruling at that moment: with ids of accounts, never with names. */
export interface RulingRecord {
  readonly membersWithoutConflict: number;
  readonly votes: readonly { accountId: string; choice: VoteChoice; reason: string; at: string }[];
  readonly counts: Readonly<Record<VoteChoice, number>>;
  readonly findings: Readonly<Record<string, { finding: Finding | null; counts: Readonly<Record<Finding, number>> }>>;
  readonly recused: readonly { accountId: string; grounds: readonly ConflictGround[] }[];
  /**
   * For a second ruling: the members who decided, and whether it kept the first because the second would have been
   * worse.
   */
  readonly appeal?: { base: SecondRoundBase; deciding: readonly string[]; keepsFirst: boolean };
}

/**
 * The commission's decision on one application. It never changes, which the database enforces (`…-guards.ts`): an
 * appeal leads to a second one beside it.
 */
@Entity('ruling')
@Index(['applicationId', 'number'], { unique: true })
@Check('ruling_has_a_reason', "TRIM(reason) <> '' OR erasedAt IS NOT NULL")
@Check('ruling_has_a_number', 'number IN (1, 2)')
@Check(
  'ruling_says_what_was_decided',
  "decision IN ('admitted', 'admitted-by-exception', 'rejected') AND (outcome = decision OR outcome = 'waiting-list' AND decision <> 'rejected')",
)
@Check('ruling_holds_a_place', "(placeUntil IS NOT NULL) = (outcome IN ('admitted', 'admitted-by-exception'))")
@Check('ruling_has_a_quorum', 'castVotes >= quorum AND quorum >= 2')
export class Ruling {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Whole() number!: number;
  @Code() outcome!: RulingOutcome;
  /** The commission's decision, before the check whether there is a place. */
  @Code() decision!: Decision;
  @Flag() decidedByChair!: boolean;
  @Paragraph() reason!: string;
  @Reference('Account') byId!: string;
  @Instant() at!: Date;
  @Whole() quorum!: number;
  @Whole() castVotes!: number;
  /** The end of the offer that it brought. */
  @Instant({ optional: true }) placeUntil!: Date | null;
  @Json() record!: RulingRecord;
  /** The meeting in which it was made, if it was made in one. */
  @Reference('Meeting', { optional: true }) meetingId!: string | null;
  /** The time at which its words were erased: the reason, and those of the votes. The outcome stays. */
  @Instant({ optional: true }) erasedAt!: Date | null;
}
