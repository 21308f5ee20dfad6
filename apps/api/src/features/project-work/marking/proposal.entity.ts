import type { ProposalState, WorkOutcome } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Paragraph, Reference } from '../../../platform/database/columns';

/** The mark that one of two markers who differ proposes to the other. */
@Entity('marking_proposal')
@Index(['workId'])
export class Proposal {
  @Id() id!: string;
  @Reference('Work') workId!: string;
  @Reference('Account') markerId!: string;
  @Code() state!: ProposalState;
  @Code() outcome!: WorkOutcome;
  @Line(20, { optional: true }) grade!: string | null;
  /** As which professor the grade is given. */
  @Reference('MarkingProfessor', { optional: true }) professorId!: string | null;
  @Paragraph() words!: string;
  @Instant() at!: Date;
}
