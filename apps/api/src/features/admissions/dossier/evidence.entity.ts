import type { EvidenceKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * Where a file stands. While a dossier is returned, the applicant adds and takes out what the commission is to learn of
 * when it is submitted again: `in` is in both’s, `added` in the applicant’s only, `taken-out` in the commission’s only.
 * `gone` is in earlier versions, which keep it.
 */
export type EvidenceStanding = 'in' | 'added' | 'taken-out' | 'gone';
export const inHand: readonly EvidenceStanding[] = ['in', 'added'];
export const asSubmitted: readonly EvidenceStanding[] = ['in', 'taken-out'];

/** One file of a dossier, and what it shows. */
@Entity('evidence')
@Index(['applicationId'])
@Addressed('evidenceId', 'applicationId')
export class Evidence {
  @Id() id!: string;
  @Reference('Application') applicationId!: string;
  @Reference('StoredFile') fileId!: string;
  @Code() kind!: EvidenceKind;
  /** The own field that the file answers; its kind is `other` then. */
  @Line(60, { optional: true }) fieldId!: string | null;
  @Code() standing!: EvidenceStanding;
  /** Whether it came with an appeal; `added` until that is made. */
  @Flag() ofAppeal!: boolean;
  @Instant() addedAt!: Date;
}
