import type { AttendanceMark } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/** One person's mark at one session. It counts once the roll is closed. */
@Entity('attendance')
@Index(['sessionId', 'enrolmentId'], { unique: true })
@Index(['enrolmentId'])
export class Attendance {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Code() mark!: AttendanceMark;
  @Whole() minutesLate!: number;
  @Reference('Account') byAccountId!: string;
  @Instant() at!: Date;
}
