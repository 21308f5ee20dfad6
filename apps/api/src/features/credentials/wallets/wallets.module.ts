import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { SigningModule } from '../signing/signing.module';
import { EndOffers } from './end-offers';
import { GiveCopies } from './give-copies';
import { KeyProofs } from './key-proofs';
import { NoteOutcome } from './note-outcome';
import { OwnWallets } from './own-wallets';
import { RedeemOffer } from './redeem-offer';
import { WalletAddresses } from './wallet-addresses';
import { WalletCopy } from './wallet-copy.entity';
import { WalletMetadata } from './wallet-metadata';
import { WalletOffer } from './wallet-offer.entity';
import { WalletSecrets } from './wallet-secrets';
import { WalletsController } from './wallets.controller';

@Module({
  imports: [TypeOrmModule.forFeature([WalletOffer, WalletCopy]), PlacesModule, AwardModule, SigningModule],
  controllers: [WalletsController],
  providers: [
    ...[EndOffers, GiveCopies, KeyProofs, NoteOutcome, OwnWallets, RedeemOffer],
    ...[WalletAddresses, WalletMetadata, WalletSecrets],
  ],
})
export class WalletsModule {}
