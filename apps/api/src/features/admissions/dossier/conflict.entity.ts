import type { ClaimedGround, FoundGround } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * A conflict of interest between a member and an applicant, or an applicant's claim that asks the member about one. A
 * conflict that the platform found is kept for good: moving to another institution undoes nothing. A pinned conflict or
 * a claim stands until a coordinator clears it; both stay on record. A member's own answer is a declaration.
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
  /** From 1; pinning it anew takes the next number. */
  @Whole() number!: number;
  /** For a pinned conflict: its reason and its author. */
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('Account', { optional: true }) byId!: string | null;
  @Instant() at!: Date;
  /** The date, author and reason of clearing it; empty while it stands. */
  @Instant({ optional: true }) endedAt!: Date | null;
  @Reference('Account', { optional: true }) endedById!: string | null;
  @Paragraph({ optional: true }) endedBecause!: string | null;
}
