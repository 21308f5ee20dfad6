import type { AttendanceMark } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** A mark that was corrected after its roll had closed, with author, time and reason. Never changed. */
@Entity('attendance_change')
@Index(['sessionId', 'enrolmentId'])
export class AttendanceChange {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  /** `null` if the person joined after the roll had closed. */
  @Code({ optional: true }) from!: AttendanceMark | null;
  @Code() to!: AttendanceMark;
  @Paragraph() reason!: string;
  @Reference('Account') byAccountId!: string;
  @Instant() at!: Date;
}
