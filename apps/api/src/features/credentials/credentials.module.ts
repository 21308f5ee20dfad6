import { Module } from '@nestjs/common';
import { AwardModule } from './award/award.module';
import { DocumentsModule } from './documents/documents.module';
import { HolderModule } from './holder/holder.module';
import { IssuingModule } from './issuing/issuing.module';
import { LinksModule } from './links/links.module';
import { SharingModule } from './sharing/sharing.module';
import { SigningModule } from './signing/signing.module';
import { WalletsModule } from './wallets/wallets.module';

@Module({
  imports: [
    AwardModule,
    SigningModule,
    DocumentsModule,
    IssuingModule,
    HolderModule,
    SharingModule,
    LinksModule,
    WalletsModule,
  ],
  exports: [AwardModule, HolderModule, SharingModule, SigningModule],
})
export class CredentialsModule {}
