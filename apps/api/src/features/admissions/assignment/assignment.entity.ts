import { Entity, Index } from 'typeorm';
import { Id, Reference } from '../../../platform/database/columns';

/**
 * Records that a member is asked to read a dossier, and the run that asked. It gives nobody a right and takes none
 * away.
 */
@Entity('assignment')
@Index(['applicationId', 'accountId'], { unique: true })
@Index(['runId', 'accountId'])
export class Assignment {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Reference('AssignmentRun') runId!: string;
}
