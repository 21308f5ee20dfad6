import type { Finding as Found, Round } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** One member's finding about one criterion. */
@Entity('finding')
@Index(['applicationId', 'accountId', 'round', 'criterionId'], { unique: true })
export class Finding {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  /** 1; 2 on appeal. */
  @Whole() round!: Round;
  /** An id of the programme's file, or one of the two findings of an exception. */
  @Line(80) criterionId!: string;
  @Code() finding!: Found;
  @Paragraph() note!: string;
  @Instant() at!: Date;
}
