import type { AttendanceMark, ExcuseReason, RequestKind, RequestState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Id, Instant, Line, Paragraph, Reference, Whole } from '../../../platform/database/columns';

/** What a participant asks about their own attendance at a session, and the answer. */
@Entity('attendance_request')
@Index(['sessionId', 'enrolmentId'])
@Index(['enrolmentId'])
@Index(['openKey'], { unique: true })
@Addressed('requestId', 'sessionId')
export class AttendanceRequest {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Code() kind!: RequestKind;
  @Code() state!: RequestState;
  /** The session and the person while it is open: there is one open request of a person about a session. */
  @Line(80, { optional: true }) openKey!: string | null;
  /** From the list of reasons, of an excuse. */
  @Code({ optional: true }) reason!: ExcuseReason | null;
  @Paragraph() words!: string;
  /** The mark when it was asked, and the one that is asked for. */
  @Code({ optional: true }) from!: AttendanceMark | null;
  @Code() claim!: AttendanceMark;
  @Whole() minutesLate!: number;
  @Reference('StoredFile', { optional: true }) fileId!: string | null;
  @Instant() askedAt!: Date;
  @Reference('Account', { optional: true }) answeredBy!: string | null;
  @Instant({ optional: true }) answeredAt!: Date | null;
  @Paragraph({ optional: true }) answer!: string | null;
}
