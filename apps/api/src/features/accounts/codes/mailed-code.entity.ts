import type { CodePurpose } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Json, Line } from '../../../platform/database/columns';

/**
 * The details that the person who asked for a code gave about themselves: kept until the address is proven, and shown
 * to nobody before.
 */
export interface SaidByApplicant {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly language: string;
  /** The change of address, for its codes. */
  readonly about?: string;
}

/**
 * A code that goes out by mail and proves the address to which it went. An address has one for each purpose: a new one
 * voids the one before. Only its hash is kept; a used code is deleted.
 */
@Entity('mailed_code')
@Index(['purpose', 'email'], { unique: true })
@Index(['codeHash'], { unique: true })
@Index(['expiresAt'])
export class MailedCode {
  @Id() id!: string;
  @Code() purpose!: CodePurpose;
  /** Normalised by `tidyAddress()`. */
  @Line(320) email!: string;
  /** Identifies the request; together with the installation's secret it makes the code. */
  @Line(36) serial!: string;
  @Line(64) codeHash!: string;
  @Instant() expiresAt!: Date;
  @Json({ optional: true }) said!: SaidByApplicant | null;
}
