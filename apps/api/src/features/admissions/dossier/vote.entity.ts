import type { Round, VoteChoice } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** A member's vote. Votes are never changed: voting anew adds one, and the last one counts. */
@Entity('vote')
@Index(['applicationId', 'accountId', 'round', 'number'], { unique: true })
export class Vote {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  /** 1; 2 on appeal. */
  @Whole() round!: Round;
  /** The number of this member's vote in its round. */
  @Whole() number!: number;
  @Code() choice!: VoteChoice;
  @Paragraph() reason!: string;
  @Instant() at!: Date;
}
