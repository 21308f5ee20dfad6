import type { EvidenceView } from '@libretto/contracts';
import type { ApplicationForm } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Line, Reference, Whole } from '../../../platform/database/columns';

/** A dossier as it was submitted, one row for each time. It never changes, and its files are kept. */
@Entity('dossier_version')
@Index(['applicationId', 'number'], { unique: true })
export class DossierVersion {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Whole() number!: number;
  @Json() form!: ApplicationForm;
  @Json() evidence!: EvidenceView[];
  @Reference('Institution') institutionId!: string;
  @Line(2) country!: string;
  @Instant() at!: Date;
}
