import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Whole } from '../../platform/database/columns';

/** How many mails somebody had sent in the hour since then: to one address, or from one network. */
@Entity('mail_allowance')
@Index(['target'], { unique: true })
@Index(['since'])
export class MailAllowance {
  @Id() id!: string;
  /** A hash of the address or of the network. */
  @Line(64) target!: string;
  @Instant() since!: Date;
  @Whole() mails!: number;
}
