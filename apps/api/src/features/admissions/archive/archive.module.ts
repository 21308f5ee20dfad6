import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { DossierModule } from '../dossier/dossier.module';
import { ExtractsModule } from '../extracts/extracts.module';
import { ArchiveController } from './archive.controller';
import { AskForDossiers } from './ask-for-dossiers';
import { DossierBinder } from './dossier-binder';
import { DossierRecords } from './dossier-record';
import { BindDossier } from './jobs/bind-dossier.handler';
import { ZipDossiers } from './jobs/zip-dossiers.handler';
import { OwnCopy } from './own-copy';

@Module({
  imports: [EditionsModule, PlacesModule, DossierModule, ExtractsModule],
  controllers: [ArchiveController],
  providers: [AskForDossiers, BindDossier, DossierBinder, DossierRecords, OwnCopy, ZipDossiers],
})
export class ArchiveModule {}
