import type { DeskMark } from '@libretto/contracts';
import type { ClaimedGround, DeskStep } from '@libretto/domain';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Line, Whole } from '../../../platform/database/columns';

/**
 * A dossier on the desk of one member, as it lies before that member. A dossier with a conflict of interest has no entry on
 * that desk. Every column is derived from other rows: `desk-keeper.ts` renews an entry in the transaction that changes one of
 * them. The ids have no foreign keys, because a key would lock rows that others hold while they wait for this desk.
 */
@Entity('desk_entry')
@Index(['applicationId', 'accountId'], { unique: true })
@Index(['editionId', 'accountId', 'turn', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'urgency', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'step', 'turn', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'stepNumber', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'findings', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'sortName', 'submittedAt', 'applicationId'])
@Index(['editionId', 'accountId', 'chairs', 'submittedAt', 'applicationId'])
export class DeskEntry {
  @Id() id!: string;
  @Line(36) editionId!: string;
  /** The member. */
  @Line(36) accountId!: string;
  @Line(36) applicationId!: string;
  @Code() step!: DeskStep;
  /** The position of the step in `deskSteps`. */
  @Whole() stepNumber!: number;
  @Code({ optional: true }) mark!: DeskMark | null;
  /** The number of criteria that the member has assessed in the dossier's round. */
  @Whole() findings!: number;
  /** The applicant's claims about the member that the member has not answered. */
  @Json() claims!: ClaimedGround[];
  /** Whether it is on appeal, and the member decides on it. */
  @Flag() isAppeal!: boolean;
  /** Whether the member chairs it. */
  @Flag() chairs!: boolean;
  /** 0 if the dossier is assigned to the member, otherwise 1: the order of reading. */
  @Whole() turn!: number;
  /** The order of the desk: changed dossiers first, then assigned ones, and new ones first among both. */
  @Whole() urgency!: number;
  @Instant() submittedAt!: Date;
  @Line(201) name!: string;
  /** The folded name, by which the desk is sorted: the databases sort accents differently. */
  @Line() sortName!: string;
  @Line() institution!: string;
  @Line(2) country!: string;
  /** The folded name and institution, which a search reads. */
  @Line(1000) foundBy!: string;
}

/** The number of entries on one desk that are alike in what is counted: opening a desk does not count them one by one. */
@Entity('desk_count')
@Index(['editionId', 'accountId', 'step', 'turn', 'chairs'], { unique: true })
export class DeskCount {
  @Id() id!: string;
  @Line(36) editionId!: string;
  @Line(36) accountId!: string;
  @Code() step!: DeskStep;
  @Whole() turn!: number;
  @Flag() chairs!: boolean;
  @Whole() number!: number;
}

/** A row for each edition with desks. A transaction that renews entries of the edition locks it. */
@Entity('desk_lock')
export class DeskLock {
  /** The id of the edition. */
  @Id() id!: string;
}

/** A note that a source of desk entries changed. Triggers write it, and it is deleted before the commit. */
@Entity('desk_change')
export class DeskChange {
  @PrimaryGeneratedColumn() id!: number;
  @Line(36, { optional: true }) editionId!: string | null;
  @Line(36, { optional: true }) applicationId!: string | null;
  @Line(36, { optional: true }) accountId!: string | null;
  @Line(36, { optional: true }) institutionId!: string | null;
}
