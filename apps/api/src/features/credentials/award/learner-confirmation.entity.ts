import { Entity, Index } from 'typeorm';
import { Day, Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** The names and the birth date that a participant has confirmed, for one enrolment. */
@Entity('learner_confirmation')
@Index(['enrolmentId'], { unique: true })
export class LearnerConfirmation {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Line(100) givenName!: string;
  @Line(100) familyName!: string;
  @Day() birthDate!: string;
  @Instant() confirmedAt!: Date;
}
