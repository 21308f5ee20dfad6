import { Entity, Index } from 'typeorm';
import { Id, Instant, Reference, Whole } from '../../../platform/database/columns';

/** When a member last looked at a version of a dossier. What has changed is told from the version before the latest look. */
@Entity('viewed_version')
@Index(['applicationId', 'accountId', 'version'], { unique: true })
export class ViewedVersion {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Whole() version!: number;
  @Instant() at!: Date;
}
