import type { ClaimedGround, FoundGround } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * A conflict of interest that stands between a member and an applicant, or an applicant’s claim that asks the member about
 * one. What the platform found is kept: moving to another institution undoes nothing. What rests on somebody’s word stands
 * until a coordinator clears it; both stay on record. What members declare, and answer, is a declaration.
 */
@Entity('conflict')
@Index(['applicationId', 'accountId', 'ground', 'number'], { unique: true })
@Addressed('conflictId', 'applicationId')
export class Conflict {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  /** The member. */
  @Reference('Account') accountId!: string;
  @Code() ground!: FoundGround | ClaimedGround | 'pinned';
  /** 1; one more each time that it is pinned anew. */
  @Whole() number!: number;
  /** Of what is pinned: why, and by whom. */
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('Account', { optional: true }) byId!: string | null;
  @Instant() at!: Date;
  /** When it was cleared, by whom and why; empty while it stands. */
  @Instant({ optional: true }) endedAt!: Date | null;
  @Reference('Account', { optional: true }) endedById!: string | null;
  @Paragraph({ optional: true }) endedBecause!: string | null;
}
