import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { AppealModule } from '../appeal/appeal.module';
import { AssignmentModule } from '../assignment/assignment.module';
import { DossierModule } from '../dossier/dossier.module';
import { ApplicationsInConflict } from './applications-in-conflict';
import { CommissionDesk } from './commission-desk';
import { CommissionReadiness } from './commission-readiness';
import { CommissionController } from './commission.controller';
import { CriteriaOfEdition } from './criteria-of-edition';
import { DeskEntries } from './desk-entries';
import { DeskChange, DeskCount, DeskEntry, DeskLock } from './desk-entry.entity';
import { DeskKeeper } from './desk-keeper';
import { DeclareConflicts } from './declare-conflicts';
import { DossierBesideCriteria } from './dossier-beside-criteria';
import { KeepApplicantsOut } from './keep-applicants-out';
import { LookAtDossier } from './look-at-dossier';
import { ViewedVersion } from './viewed-version.entity';
import { RecordFinding } from './record-finding';
import { VoteOnApplication } from './vote-on-application';

@Module({
  imports: [
    TypeOrmModule.forFeature([DeskChange, DeskCount, DeskEntry, DeskLock, ViewedVersion]),
    EditionsModule,
    AppealModule,
    AssignmentModule,
    DossierModule,
  ],
  controllers: [CommissionController],
  providers: [
    ApplicationsInConflict,
    CommissionDesk,
    CommissionReadiness,
    CriteriaOfEdition,
    DeclareConflicts,
    DeskEntries,
    DeskKeeper,
    DossierBesideCriteria,
    KeepApplicantsOut,
    LookAtDossier,
    RecordFinding,
    VoteOnApplication,
  ],
  exports: [CommissionDesk, CommissionReadiness],
})
export class CommissionModule {}
