import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CredentialSigner } from './credential-signer';
import { KeyRing } from './key-ring';
import { ReceiptSigner } from './receipt-signer';
import { Seals } from './seals';
import { SigningKey } from './signing-key.entity';
import { SigningKeys } from './signing-keys';
import { SigningKeysController } from './signing-keys.controller';
import { StatusLists } from './status-lists';
import { TokenStatusLists } from './token-status-lists';
import { TrustedIssuers } from './trusted-issuers';

@Module({
  imports: [TypeOrmModule.forFeature([SigningKey])],
  controllers: [SigningKeysController],
  providers: [
    CredentialSigner,
    KeyRing,
    ReceiptSigner,
    Seals,
    SigningKeys,
    StatusLists,
    TokenStatusLists,
    TrustedIssuers,
  ],
  exports: [CredentialSigner, KeyRing, ReceiptSigner, Seals, StatusLists, TokenStatusLists, TrustedIssuers],
})
export class SigningModule {}
