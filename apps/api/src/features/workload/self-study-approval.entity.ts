import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference, Whole } from '../../platform/database/columns';

/** Minutes of self-study that a tutor allows one person in one module beyond the plan. Approvals add up. */
@Entity('self_study_approval')
@Index(['enrolmentId', 'moduleNumber'])
export class SelfStudyApproval {
  @Id() id!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Whole() moduleNumber!: number;
  @Whole() minutes!: number;
  @Paragraph() reason!: string;
  @Reference('Account') byAccountId!: string;
  @Instant() at!: Date;
}
