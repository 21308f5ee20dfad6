import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { AppealModule } from '../appeal/appeal.module';
import { DossierModule } from '../dossier/dossier.module';
import { AddEvidence } from './add-evidence';
import { ApplicationTally } from './application-tally';
import { ApplicationsController } from './applications.controller';
import { MailReceived } from './jobs/mail-received.handler';
import { OwnApplication } from './own-application';
import { RemoveEvidence } from './remove-evidence';
import { SaveApplication } from './save-application';
import { StartApplication } from './start-application';
import { SubmitApplication } from './submit-application';
import { WithdrawAll } from './withdraw-all';
import { WithdrawApplication } from './withdraw-application';

@Module({
  imports: [EditionsModule, AppealModule, DossierModule],
  controllers: [ApplicationsController],
  providers: [
    AddEvidence,
    ApplicationTally,
    MailReceived,
    OwnApplication,
    RemoveEvidence,
    SaveApplication,
    StartApplication,
    SubmitApplication,
    WithdrawAll,
    WithdrawApplication,
  ],
  exports: [ApplicationTally],
})
export class ApplicationModule {}
