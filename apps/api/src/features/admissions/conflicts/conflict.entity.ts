import type { FoundGround } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/**
 * A conflict of interest that stands between a member and an applicant. What the platform found is kept for good: moving
 * to another institution undoes nothing. What a coordinator pinned stands until a coordinator unpins it; both stay on record.
 * What members declare themselves is a declaration.
 */
@Entity('conflict')
@Index(['applicationId', 'accountId', 'ground', 'number'], { unique: true })
export class Conflict {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  /** The member. */
  @Reference('Account') accountId!: string;
  @Code() ground!: FoundGround | 'pinned';
  /** 1; one more each time that it is pinned anew. */
  @Whole() number!: number;
  /** Of what is pinned: why, and by whom. */
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('Account', { optional: true }) byId!: string | null;
  @Instant() at!: Date;
  /** When it was unpinned, by whom and why; empty while it stands. */
  @Instant({ optional: true }) endedAt!: Date | null;
  @Reference('Account', { optional: true }) endedById!: string | null;
  @Paragraph({ optional: true }) endedBecause!: string | null;
}
