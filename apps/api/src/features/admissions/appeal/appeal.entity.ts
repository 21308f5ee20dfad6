import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** The reason why an applicant wants another ruling. An application has one; its key enforces that. */
@Entity('appeal')
@Index(['applicationId'], { unique: true })
export class Appeal {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Paragraph() statement!: string;
  @Instant() at!: Date;
}
