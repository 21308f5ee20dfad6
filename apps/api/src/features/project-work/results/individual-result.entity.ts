import type { WorkOutcome } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference } from '../../../platform/database/columns';

/** One member's result, where it is another than the group's. */
@Entity('result_individual')
@Index(['workId', 'enrolmentId'], { unique: true })
@Index(['enrolmentId'])
export class IndividualResult {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Enrolment') enrolmentId!: string;
  @Code() outcome!: WorkOutcome;
  @Line(20, { optional: true }) grade!: string | null;
  @Reference('MarkingProfessor', { optional: true }) professorId!: string | null;
  @Paragraph() reason!: string;
  @Reference('Account') setBy!: string;
  @Instant() at!: Date;
}
