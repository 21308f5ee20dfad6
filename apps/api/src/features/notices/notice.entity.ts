import type { NoticeTopic } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Json, Line, Reference } from '../../platform/database/columns';

/** What somebody was told, in their language of then. It is kept for a year. */
@Entity('notice')
@Index(['key'], { unique: true })
@Index(['accountId', 'at', 'id'])
@Index(['accountId', 'isUnread'])
@Index(['at'])
export class NoticeKept {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  /** The key of its mail. */
  @Line(100) key!: string;
  @Code() topic!: NoticeTopic;
  @Line(400) subject!: string;
  @Json() paragraphs!: string[];
  @Json({ optional: true }) action!: { label: string; path: string } | null;
  @Instant() at!: Date;
  @Flag() isUnread!: boolean;
  /** Whether it is to be in the next daily mail. */
  @Flag() isForDailyMail!: boolean;
  /** The run of the daily mail that it went out with. */
  @Line(36, { optional: true }) dailyMailId!: string | null;
}
