import type { IssueState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Paragraph, Reference } from '../../../platform/database/columns';

/** Where the issuing for one enrolment stands. Locking its row is what makes everybody else wait. */
@Entity('award_issue')
@Index(['enrolmentId'], { unique: true })
@Index(['state', 'id'])
export class AwardIssue {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Code() state!: IssueState;
  /** What stopped it: elements of the award that are not there. */
  @Json() missing!: string[];
  /** Why there is no award, where its job failed or a character could not be printed. */
  @Paragraph({ optional: true }) fault!: string | null;
  @Instant() changedAt!: Date;
}
