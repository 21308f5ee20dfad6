import type { CodePurpose } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line } from '../../../platform/database/columns';

/** What whoever asked for a code said about themselves: kept until the address is proven, and shown to nobody before. */
export interface SaidByApplicant {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly language: string;
  /** The change of address that it is about. */
  readonly about?: string;
}

/**
 * A code that goes out by mail and proves the address to which it went. An address has one of each purpose: whoever asks
 * again gets another, and the one before is void. Only its hash is kept; one that was used is gone.
 */
@Entity('mailed_code')
@Index(['purpose', 'email'], { unique: true })
@Index(['codeHash'], { unique: true })
@Index(['expiresAt'])
export class MailedCode {
  @Id() id!: string;
  @Code() purpose!: CodePurpose;
  /** As `tidyAddress()` makes it. */
  @Line(320) email!: string;
  /** Which request this is; with the secret of the installation it makes the code. */
  @Line(36) serial!: string;
  @Line(64) codeHash!: string;
  @Instant() expiresAt!: Date;
  @Json({ optional: true }) said!: SaidByApplicant | null;
}
