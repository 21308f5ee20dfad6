import { Entity, Index } from 'typeorm';
import { Id, Instant, Line } from '../database/columns';

/** Records that a mail server has accepted a mail. `key` is the same in every repetition of the job that sent it. */
@Entity('sent_mail')
@Index(['key'], { unique: true })
export class SentMail {
  @Id() id!: string;
  @Line(100) key!: string;
  @Line(100) mail!: string;
  @Line(320) recipient!: string;
  @Line(400) subject!: string;
  @Instant() sentAt!: Date;
  @Line(300, { optional: true }) messageId!: string | null;
  /** The server's response on acceptance; `null` if the mailbox of a demo took it. */
  @Line(500, { optional: true }) answer!: string | null;
}
