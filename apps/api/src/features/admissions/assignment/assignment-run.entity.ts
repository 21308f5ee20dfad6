import { Entity, Index } from 'typeorm';
import { Day, Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/** One run that spread dossiers over the members of an edition. */
@Entity('assignment_run')
@Index(['editionId', 'number'], { unique: true })
export class AssignmentRun {
  @Id() id!: string;
  @Reference('Edition') editionId!: string;
  @Whole() number!: number;
  @Reference('Account') byId!: string;
  @Instant() at!: Date;
  /** The day by which the members are asked to have read and voted. */
  @Day() readBy!: string;
}
