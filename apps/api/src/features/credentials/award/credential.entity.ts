import type { JsonObject } from '@libretto/credentials';
import type { CredentialState } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Paragraph, Reference, Whole } from '../../../platform/database/columns';
import type { Correction } from './award-snapshot';
import { Addressed } from '../../../platform/database/addressed';

/** The signed form of an award. A correction adds one under the next number. */
@Entity('credential')
@Addressed('credentialId', 'awardId')
@Index(['awardId', 'number'], { unique: true })
// One credential that is valid or suspended per award, even with several requests at once: the database enforces it.
@Index(['validFor'], { unique: true })
@Index(['keyId'])
@Index(['statusList', 'statusIndex'], { unique: true })
export class Credential {
  @Id() id!: string;
  @Reference('Award') awardId!: string;
  /** 1 as awarded, 2 after the first correction, … */
  @Whole() number!: number;
  @Code() state!: CredentialState;
  /** The award while this one is valid or suspended, `null` afterwards. */
  @Reference('Award', { optional: true }) validFor!: string | null;
  /** What it says instead of the award: the learner as corrected, and grades that had changed. */
  @Json({ optional: true }) correction!: Correction | null;
  @Whole() statusList!: number;
  @Whole() statusIndex!: number;
  /** The list of suspensions that it names, with the same index; `null` if it was signed before there were any. */
  @Whole({ optional: true }) suspensionList!: number | null;
  @Json() signed!: JsonObject;
  /** The key that signed it; `null` if the document does not say. */
  @Code({ optional: true }) keyId!: string | null;
  /** When what it says was first signed. */
  @Instant() issuedAt!: Date;
  /** When the same was signed with another key, because the one before was compromised. */
  @Instant({ optional: true }) signedAgainAt!: Date | null;
  @Instant({ optional: true }) endedAt!: Date | null;
  @Reference('Account', { optional: true }) endedBy!: string | null;
  @Paragraph({ optional: true }) reason!: string | null;
  @Reference('StoredFile', { optional: true }) documentId!: string | null;
  /** The last fault of printing its documents. */
  @Paragraph({ optional: true }) fault!: string | null;
}

/** Nothing has become of a credential that was signed just now, and its documents are to be printed. */
export const justSigned = {
  ...{ endedAt: null, endedBy: null, reason: null, signedAgainAt: null },
  ...{ documentId: null, fault: null },
} as const;
