import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Paragraph, Reference } from '../../../platform/database/columns';

/** A member's own declaration whether they are in conflict with an applicant. Without it no dossier opens. */
@Entity('declaration')
@Index(['applicationId', 'accountId'], { unique: true })
@Index(['inConflict', 'accountId'])
export class Declaration {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('Account') accountId!: string;
  @Flag() inConflict!: boolean;
  @Paragraph({ optional: true }) reason!: string | null;
  @Instant() at!: Date;
}
