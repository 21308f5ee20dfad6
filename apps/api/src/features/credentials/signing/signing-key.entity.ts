import { Entity, Index } from 'typeorm';
import { Addressed } from '../../../platform/database/addressed';
import { Code, Id, Instant, Line, Paragraph } from '../../../platform/database/columns';

/** A key of the issuer. Retired ones stay: credentials that they signed are still checked against them. */
@Entity('signing_key')
@Addressed('keyId')
@Index(['current'], { unique: true })
export class SigningKey {
  @Id() id!: string;
  @Line(100) publicKeyMultibase!: string;
  /** The private half, encrypted under the installation's secret; `''` once it is retired. */
  @Paragraph() sealedPrivateKey!: string;
  /** `current` for the one that signs, `null` for retired ones. */
  @Code({ optional: true }) current!: 'current' | null;
  @Instant() madeAt!: Date;
  @Instant({ optional: true }) retiredAt!: Date | null;
  /** The account that retired it. */
  @Code({ optional: true }) retiredBy!: string | null;
  /** When it was reported that somebody else may have it: nothing that it signed is believed any more. */
  @Instant({ optional: true }) compromisedAt!: Date | null;
  /** The account that reported it. */
  @Code({ optional: true }) compromisedBy!: string | null;
  @Paragraph({ optional: true }) compromisedWhy!: string | null;
}
