import type { MeetingState } from '@libretto/domain';
import { Check, Entity, Index } from 'typeorm';
import { Code, Day, Id, Instant, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** A meeting of an edition’s commission. Rulings made in it name it. */
@Entity('meeting')
@Index(['openFor'], { unique: true })
@Index(['editionId', 'openedAt'])
@Check(
  'meeting_is_open_or_closed',
  "state = 'open' AND openFor IS NOT NULL AND openFor = editionId AND closedAt IS NULL OR state = 'closed' AND openFor IS NULL AND closedAt IS NOT NULL AND closedById IS NOT NULL",
)
@Addressed('meetingId', 'editionId')
export class Meeting {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  /** A room, or the note that it is held online. */
  @Line() place!: string;
  @Day() heldOn!: string;
  @Code() state!: MeetingState;
  /** The edition while the meeting is open: its unique index allows one open meeting. */
  @Reference('Edition', { optional: true }) openFor!: string | null;
  @Reference('Account') openedById!: string;
  @Instant() openedAt!: Date;
  @Reference('Account', { optional: true }) closedById!: string | null;
  @Instant({ optional: true }) closedAt!: Date | null;
}
