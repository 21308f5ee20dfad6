import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** Why an applicant wants another ruling. There is one for an application, and the key holds it to that. */
@Entity('appeal')
@Index(['applicationId'], { unique: true })
export class Appeal {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Paragraph() statement!: string;
  @Instant() at!: Date;
}
