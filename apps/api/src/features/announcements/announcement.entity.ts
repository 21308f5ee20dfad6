import type { AnnouncementState, Audience } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../platform/database/addressed';
import { Code, Id, Instant, Line, MadeOf, Paragraph, Reference, Whole } from '../../platform/database/columns';

/** A text to the participants of an edition, or some of them, by the people who run it. */
@Entity('announcement')
@Index(['editionId', 'sendAt', 'id'])
@Index(['authorId'])
@Addressed('announcementId', 'editionId')
export class Announcement {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Code() audience!: Audience;
  @Reference('ProjectGroup', { optional: true }) groupId!: string | null;
  /** Nobody, once their account is deleted. */
  @Reference('Account', { optional: true }) authorId!: string | null;
  @Line(120) title!: string;
  @Paragraph() text!: string;
  /** Title and text, folded: searches look here. */
  @Paragraph() foundBy!: string;
  @Code() state!: AnnouncementState;
  /** When it is to be sent; once it was, when that was. */
  @Instant() sendAt!: Date;
  @Instant() writtenAt!: Date;
  /** How many people it was sent to. */
  @Whole() recipients!: number;
}

/** That an announcement was sent to somebody, and when they opened it first. */
@Entity('announcement_recipient')
@Index(['announcementId', 'accountId'], { unique: true })
@Index(['accountId', 'openedAt'])
export class AnnouncementRecipient {
  @Id() id!: string;
  @MadeOf('Announcement') announcementId!: string;
  @Reference('Account') accountId!: string;
  @Instant({ optional: true }) openedAt!: Date | null;
}
