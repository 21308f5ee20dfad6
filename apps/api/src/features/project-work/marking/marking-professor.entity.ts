import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** That a marker of an edition is a professor of a university that awards or is a partner: only they give grades. */
@Entity('marking_professor')
@Index(['editionId', 'accountId'], { unique: true })
export class MarkingProfessor {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Reference('Account') accountId!: string;
  /** Its name in the programme. */
  @Line() university!: string;
  @Reference('Account') setBy!: string;
  @Instant() at!: Date;
}
