import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { DossierModule } from '../dossier/dossier.module';
import { AppealAgainstRuling } from './appeal-against-ruling';
import { AppealWindow } from './appeal-window';
import { Appeal } from './appeal.entity';
import { AppealsController } from './appeals.controller';
import { MailAppealReceived } from './jobs/mail-appeal-received.handler';
import { MailSecondRound } from './jobs/mail-second-round.handler';
import { KeepOpenForAppeals } from './keep-open-for-appeals';

@Module({
  imports: [TypeOrmModule.forFeature([Appeal]), EditionsModule, PlacesModule, DossierModule],
  controllers: [AppealsController],
  providers: [AppealAgainstRuling, AppealWindow, KeepOpenForAppeals, MailAppealReceived, MailSecondRound],
  exports: [AppealWindow],
})
export class AppealModule {}
