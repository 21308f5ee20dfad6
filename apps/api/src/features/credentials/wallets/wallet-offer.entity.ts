import { Entity, Index } from 'typeorm';
import { Id, Instant, Line, Reference, Whole } from '../../../platform/database/columns';

/** An offer of a credential to a wallet. Its codes and its token are there as hashes only. */
@Entity('wallet_offer')
@Index(['awardId'])
@Index(['codeHash'], { unique: true })
@Index(['tokenHash'], { unique: true })
export class WalletOffer {
  @Id() id!: string;
  @Reference('Award') awardId!: string;
  @Line(64) codeHash!: string;
  @Line(64) transactionCodeHash!: string;
  /** How often a wrong transaction code was typed. */
  @Whole() tries!: number;
  /** How often a wallet got copies for it. */
  @Whole() answers!: number;
  @Instant() madeAt!: Date;
  @Instant() endsAt!: Date;
  @Instant({ optional: true }) redeemedAt!: Date | null;
  @Line(64, { optional: true }) tokenHash!: string | null;
}
