import { Entity, Index } from 'typeorm';
import { Id, Reference } from '../../../platform/database/columns';

/** That a member is asked to read a dossier, since which run. It gives nobody a right and takes none away. */
@Entity('assignment')
@Index(['applicationId', 'accountId'], { unique: true })
@Index(['runId', 'accountId'])
export class Assignment {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Reference('AssignmentRun') runId!: string;
}
