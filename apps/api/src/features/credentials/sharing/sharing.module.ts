import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { BadgeModule } from '../badge/badge.module';
import { LogModule } from '../log/log.module';
import { SigningModule } from '../signing/signing.module';
import { AnswersToAll } from './answers-to-all';
import { LogAddresses } from './log-addresses';
import { PublicAddresses } from './public-addresses';
import { Renderings } from './renderings';
import { SharedCredential } from './shared-credential';
import { SharedCredentialsController } from './shared-credentials.controller';

@Module({
  imports: [PlacesModule, AwardModule, BadgeModule, LogModule, SigningModule],
  controllers: [SharedCredentialsController],
  providers: [AnswersToAll, LogAddresses, PublicAddresses, Renderings, SharedCredential],
  exports: [SharedCredential],
})
export class SharingModule {}
