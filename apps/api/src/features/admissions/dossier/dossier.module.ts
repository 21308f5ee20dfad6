import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { Application } from './application.entity';
import { CommissionPanels } from './commission-panel';
import { Conflict } from './conflict.entity';
import { Declaration } from './declaration.entity';
import { DossierVersion } from './dossier-version.entity';
import { EvidenceQueries } from './evidence-queries';
import { Evidence } from './evidence.entity';
import { Finding } from './finding.entity';
import { OpenDossiers } from './open-dossiers';
import { Recusals } from './recusals';
import { Ruling } from './ruling.entity';
import { Vote } from './vote.entity';

@Module({
  imports: [
    EditionsModule,
    TypeOrmModule.forFeature([Application, Conflict, Declaration, DossierVersion, Evidence, Finding, Ruling, Vote]),
  ],
  providers: [CommissionPanels, EvidenceQueries, OpenDossiers, Recusals],
  exports: [CommissionPanels, EvidenceQueries, OpenDossiers, Recusals],
})
export class DossierModule {}
