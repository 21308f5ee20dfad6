import { Entity, Index } from 'typeorm';
import { Id, Line, Paragraph, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * The question of a return about one field of the form, and the applicant's reply, which may be empty: the field itself
 * answers.
 */
@Entity('return_question')
@Index(['returnId', 'field'], { unique: true })
@Addressed('questionId', 'returnId')
export class ReturnQuestion {
  @Id() id!: string;
  @Reference('DossierReturn') returnId!: string;
  @Line(80) field!: string;
  @Paragraph() text!: string;
  @Paragraph() answer!: string;
}
