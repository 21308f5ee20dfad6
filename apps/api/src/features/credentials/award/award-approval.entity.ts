import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/**
 * A registrar approved that an award is issued. It counts until the award stops or its learner changes the data: then it
 * is kept as what was approved, and others have to approve anew.
 */
@Entity('award_approval')
// Two different people, and no more than are asked for, even with many requests at once: the database enforces it.
@Index(['countsFor', 'approvedBy'], { unique: true })
@Index(['countsFor', 'place'], { unique: true })
@Index(['enrolmentId', 'approvedAt'])
export class AwardApproval {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  /** The enrolment while it counts, `null` afterwards. */
  @Reference('Enrolment', { optional: true }) countsFor!: string | null;
  /** 1 for the first who approved, 2 for the second. */
  @Whole() place!: number;
  @Reference('Account') approvedBy!: string;
  @Instant() approvedAt!: Date;
}
