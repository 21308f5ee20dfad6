import type { IssueState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Paragraph, Reference } from '../../../platform/database/columns';

/** The state of issuing for one enrolment. Locking its row makes everybody else wait. */
@Entity('award_issue')
@Index(['enrolmentId'], { unique: true })
@Index(['state', 'id'])
export class AwardIssue {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Code() state!: IssueState;
  /** The elements that the award lacks. */
  @Json() missing!: string[];
  /** The reason why there is no award, if its job failed or a character could not be printed. */
  @Paragraph({ optional: true }) fault!: string | null;
  @Instant() changedAt!: Date;
}
