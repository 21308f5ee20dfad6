import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/**
 * Records when a member last viewed a version of a dossier. Changes are told from the version before the latest view.
 */
@Entity('viewed_version')
@Index(['applicationId', 'accountId', 'version'], { unique: true })
export class ViewedVersion {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Whole() version!: number;
  @Instant() at!: Date;
}
