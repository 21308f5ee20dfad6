import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { ConfirmLearner } from './confirm-learner';
import { CredentialsPersonalData } from './credentials-personal-data';
import { CredentialsController } from './credentials.controller';
import { Holders } from './holders';
import { TellHolder } from './jobs/tell-holder.handler';
import { TellOfSuspension } from './jobs/tell-of-suspension.handler';
import { MyCredential } from './my-credential';

@Module({
  imports: [PlacesModule, AwardModule],
  controllers: [CredentialsController],
  providers: [ConfirmLearner, CredentialsPersonalData, Holders, MyCredential, TellHolder, TellOfSuspension],
  exports: [CredentialsPersonalData],
})
export class HolderModule {}
