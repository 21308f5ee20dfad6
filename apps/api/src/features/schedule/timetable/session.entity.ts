import type { MeetingProvider, ModuleMode, SessionState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** A dated meeting of a module in an edition. */
@Entity('session')
@Index(['editionId', 'startsAt'])
@Index(['roomId', 'startsAt'])
@Addressed('sessionId', 'editionId')
export class Session {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Whole() moduleNumber!: number;
  @Line(120) title!: string;
  @Code() mode!: ModuleMode;
  @Code() state!: SessionState;
  @Instant() startsAt!: Date;
  @Instant() endsAt!: Date;
  /** IANA: the clocks that its times were typed by and are shown by. */
  @Line(60) zone!: string;
  @Reference('Room', { optional: true }) roomId!: string | null;
  @Line(500, { optional: true }) joinUrl!: string | null;
  /** Who makes its meeting, instead of a typed link. */
  @Code({ optional: true }) meeting!: MeetingProvider | null;
  @Paragraph({ optional: true }) cancelledBecause!: string | null;
  @Instant({ optional: true }) rollClosedAt!: Date | null;
  @Reference('Account', { optional: true }) rollClosedBy!: string | null;
  /** The number of times that it was moved or cancelled: of two copies in a calendar the higher one is the newer. */
  @Whole() sequence!: number;
  @Instant() changedAt!: Date;
}

/** Counts a change of which calendars have to learn. */
export function countChange(session: Session, at: Date): void {
  session.sequence += 1;
  session.changedAt = at;
}
