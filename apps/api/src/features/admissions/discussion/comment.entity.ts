import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * A member's comment to the others about one dossier. Taking it back erases its words; a trace that it was there stays.
 */
@Entity('comment')
@Index(['applicationId', 'at'])
@Addressed('commentId', 'applicationId')
export class Comment {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Paragraph() words!: string;
  @Instant() at!: Date;
  @Instant({ optional: true }) takenBackAt!: Date | null;
}
