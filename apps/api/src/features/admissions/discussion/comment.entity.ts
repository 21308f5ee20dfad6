import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** What a member said to the others about one dossier. Whoever takes it back takes the words; that it was there stays. */
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
