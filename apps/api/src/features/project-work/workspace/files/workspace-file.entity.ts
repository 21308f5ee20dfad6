import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../../platform/database/addressed';
import { Id, Instant, Reference } from '../../../../platform/database/columns';

/** A file that a member shares with their group. */
@Entity('workspace_file')
@Index(['groupId'])
@Addressed('sharedFileId', 'groupId')
export class WorkspaceFile {
  @Id() id!: string;
  @Reference('ProjectGroup') groupId!: string;
  @Reference('StoredFile') fileId!: string;
  @Reference('Account') addedBy!: string;
  @Instant() addedAt!: Date;
}
