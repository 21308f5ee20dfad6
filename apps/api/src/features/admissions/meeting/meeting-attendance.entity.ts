import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../../platform/database/columns';

/** Records that a member attends a meeting. */
@Entity('meeting_attendance')
@Index(['meetingId', 'accountId'], { unique: true })
export class MeetingAttendance {
  @Id() id!: string;
  @Reference('Meeting') meetingId!: string;
  @Reference('Account') accountId!: string;
  @Instant() notedAt!: Date;
}
