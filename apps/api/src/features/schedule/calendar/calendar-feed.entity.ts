import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** A person's calendar feed. Its secret is derived from the serial (`FeedKeys`) and is stored nowhere. */
@Entity('calendar_feed')
@Index(['accountId'], { unique: true })
@Index(['serial'], { unique: true })
export class CalendarFeed {
  @Id() id!: string;
  @Reference('Account') accountId!: string;
  /** Replaced with the link. */
  @Line(36) serial!: string;
  @Instant() madeAt!: Date;
}
