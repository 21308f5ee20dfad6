import type { ConflictGround, Decision, Finding, RulingOutcome, VoteChoice } from '@libretto/domain';
import { Check, Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** What a ruling rests on, as it was at that moment: names of accounts, never of people. */
export interface RulingRecord {
  readonly membersWithoutConflict: number;
  readonly votes: readonly { accountId: string; choice: VoteChoice; reason: string; at: string }[];
  readonly counts: Readonly<Record<VoteChoice, number>>;
  readonly findings: Readonly<Record<string, { finding: Finding | null; counts: Readonly<Record<Finding, number>> }>>;
  readonly recused: readonly { accountId: string; grounds: readonly ConflictGround[] }[];
}

/** The commission’s decision on one application. It never changes: an appeal leads to a second one beside it. */
@Entity('ruling')
@Index(['applicationId', 'number'], { unique: true })
@Check('ruling_has_a_reason', "reason <> ''")
@Check('ruling_has_a_quorum', 'castVotes >= quorum AND quorum >= 2')
export class Ruling {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Whole() number!: number;
  @Code() outcome!: RulingOutcome;
  /** What the commission decided before it was asked whether there is a place. */
  @Code() decision!: Decision;
  @Flag() decidedByChair!: boolean;
  @Paragraph() reason!: string;
  @Reference('Account') byId!: string;
  @Instant() at!: Date;
  @Whole() quorum!: number;
  @Whole() castVotes!: number;
  /** Until when the place is held that it brought. */
  @Instant({ optional: true }) placeUntil!: Date | null;
  @Json() record!: RulingRecord;
}
