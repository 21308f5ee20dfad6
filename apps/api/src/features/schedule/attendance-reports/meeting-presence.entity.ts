import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference } from '../../../platform/database/columns';

/** One time that somebody was in the meeting of a session, as its server told after the meeting. It is no mark. */
@Entity('meeting_presence')
@Index(['sessionId', 'enrolmentId', 'joinedAt'], { unique: true })
@Index(['enrolmentId'])
export class MeetingPresence {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Instant() joinedAt!: Date;
  @Instant() leftAt!: Date;
}
