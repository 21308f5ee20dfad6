import type { EvidenceKind } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Flag, Id, Instant, Line, Reference } from '../../../platform/database/columns';
import { Addressed } from '../../../platform/database/addressed';

/**
 * The standing of a file. While a dossier is returned, the applicant adds and takes out files, which reaches the
 * commission when it is submitted again: `in` is in both versions, `added` only in the applicant's, `taken-out` only in
 * the commission's. `gone` is only in earlier versions, which keep it.
 */
export type EvidenceStanding = 'in' | 'added' | 'taken-out' | 'gone';
export const inHand: readonly EvidenceStanding[] = ['in', 'added'];
export const asSubmitted: readonly EvidenceStanding[] = ['in', 'taken-out'];

/** One file of a dossier, and the part of the form that it is evidence for. */
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
