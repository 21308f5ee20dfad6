import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** That somebody checked in to a session. It stays as it is, whatever mark a tutor gives. */
@Entity('arrival')
@Index(['sessionId', 'enrolmentId'], { unique: true })
@Index(['enrolmentId'])
@Index(['sessionId', 'device'])
export class Arrival {
  @Id() id!: string;
  @Reference('Session') sessionId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  /** A hash of the name that the browser gave itself: the same for two people on one device. */
  @Line(64) device!: string;
  /** The moment that counts; it is earlier than `arrivedAt` where the scan was kept by the browser. */
  @Instant() scannedAt!: Date;
  @Instant() arrivedAt!: Date;
  /** Whether their device was near the venue, where they have shown that. Where it was stands nowhere. */
  @Flag({ optional: true }) wasNear!: boolean | null;
}
