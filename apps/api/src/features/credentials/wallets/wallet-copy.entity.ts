import type { CopyState, WalletFormat } from '@libretto/domain';
import { Entity, Index } from 'typeorm';
import { Code, Id, Instant, Line, Reference, Whole } from '../../../platform/database/columns';

/** A wallet got copies of a credential, one for each of its keys. What they say is not kept: it is made of the award. */
@Entity('wallet_copy')
@Index(['awardId'])
@Index(['offerId'])
@Index(['credentialId'])
@Index(['notificationHash'], { unique: true })
export class WalletCopy {
  @Id() id!: string;
  @Reference('WalletOffer') offerId!: string;
  @Reference('Award') awardId!: string;
  @Reference('Credential') credentialId!: string;
  @Code() format!: WalletFormat;
  @Whole() keys!: number;
  @Code() state!: CopyState;
  /** Of the name by which the wallet tells what became of them. */
  @Line(64) notificationHash!: string;
  @Instant() madeAt!: Date;
}
