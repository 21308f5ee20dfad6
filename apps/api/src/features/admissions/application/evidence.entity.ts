import type { EvidenceKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference } from '../../../platform/database/columns';

/** One file of a dossier, and what it shows. */
@Entity('evidence')
@Index(['applicationId'])
export class Evidence {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('StoredFile') fileId!: string;
  @Code() kind!: EvidenceKind;
  /** The own field that the file answers; its kind is `other` then. */
  @Line(60, { optional: true }) fieldId!: string | null;
  @Instant() addedAt!: Date;
}
