import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { SigningModule } from '../signing/signing.module';
import { PublicAddresses } from './public-addresses';
import { SharedCredential } from './shared-credential';
import { SharedCredentialsController } from './shared-credentials.controller';

@Module({
  imports: [PlacesModule, AwardModule, SigningModule],
  controllers: [SharedCredentialsController],
  providers: [PublicAddresses, SharedCredential],
  exports: [SharedCredential],
})
export class SharingModule {}
