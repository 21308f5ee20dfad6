import { Entity, Index } from 'typeorm';
import { Id, Instant, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/** The return of a dossier to its applicant with questions. It ends with an answer, or lapses without one. */
@Entity('dossier_return')
@Index(['applicationId', 'number'], { unique: true })
@Addressed('returnId', 'applicationId')
export class DossierReturn {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Whole() number!: number;
  /** The chair's note beside the questions; often empty. */
  @Paragraph() word!: string;
  @Reference('Account') byId!: string;
  @Instant() at!: Date;
  @Instant() answerUntil!: Date;
  @Instant({ optional: true }) answeredAt!: Date | null;
  @Instant({ optional: true }) lapsedAt!: Date | null;
}
