import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../../platform/database/addressed';
import { Id, Instant, Paragraph, Reference } from '../../../../platform/database/columns';

/** What a marker says of one version, recorded; the words are for those who cannot hear it. */
@Entity('annotation_recording')
@Index(['submissionId', 'markerId'], { unique: true })
@Addressed('recordingId', 'submissionId')
export class Recording {
  @Id() id!: string;
  @Reference('Submission') submissionId!: string;
  @Reference('Account') markerId!: string;
  @Reference('StoredFile') fileId!: string;
  @Paragraph() words!: string;
  @Instant() at!: Date;
}
