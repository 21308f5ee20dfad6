import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { DossierModule } from '../dossier/dossier.module';
import { ExtractsModule } from '../extracts/extracts.module';
import { ApplicationReports } from './application-reports';
import { AskForList } from './ask-for-list';
import { WriteList } from './jobs/write-list.handler';
import { ListOfApplications } from './list-of-applications';
import { ReportsController } from './reports.controller';

@Module({
  imports: [EditionsModule, PlacesModule, DossierModule, ExtractsModule],
  controllers: [ReportsController],
  providers: [ApplicationReports, AskForList, ListOfApplications, WriteList],
})
export class ReportsModule {}
