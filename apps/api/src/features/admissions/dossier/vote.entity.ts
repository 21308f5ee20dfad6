import type { Round, VoteChoice } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** How a member voted. Votes are never changed: whoever votes anew adds one, and the last one counts. */
@Entity('vote')
@Index(['applicationId', 'accountId', 'round', 'number'], { unique: true })
export class Vote {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  /** 1; 2 on appeal. */
  @Whole() round!: Round;
  /** Which vote of this member it is in its round. */
  @Whole() number!: number;
  @Code() choice!: VoteChoice;
  @Paragraph() reason!: string;
  @Instant() at!: Date;
}
