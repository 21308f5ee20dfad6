import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { AddEvidence } from './add-evidence';
import { ApplicantDirectory } from './applicant-directory';
import { Application } from './application.entity';
import { ApplicationTally } from './application-tally';
import { ApplicationsController } from './applications.controller';
import { Benches } from './bench';
import { CommissionController } from './commission.controller';
import { CommissionDesk } from './commission-desk';
import { Declaration } from './declaration.entity';
import { DeclareConflicts } from './declare-conflicts';
import { DossierBesideCriteria } from './dossier-beside-criteria';
import { Evidence } from './evidence.entity';
import { EvidenceShelf } from './evidence-shelf';
import { Finding } from './finding.entity';
import { MailReceived } from './jobs/mail-received.handler';
import { MailRuling } from './jobs/mail-ruling.handler';
import { OwnApplication } from './own-application';
import { RecordFinding } from './record-finding';
import { RemoveEvidence } from './remove-evidence';
import { RuleOnApplication } from './rule-on-application';
import { Ruling } from './ruling.entity';
import { RulingPreview } from './ruling-preview';
import { RulingTable } from './ruling-table';
import { SaveApplication } from './save-application';
import { StartApplication } from './start-application';
import { SubmitApplication } from './submit-application';
import { Vote } from './vote.entity';
import { VoteOnApplication } from './vote-on-application';
import { WithdrawApplication } from './withdraw-application';

@Module({
  imports: [
    TypeOrmModule.forFeature([Application, Evidence, Declaration, Finding, Vote, Ruling]),
    EditionsModule,
    PlacesModule,
  ],
  controllers: [ApplicationsController, CommissionController],
  providers: [
    StartApplication,
    SaveApplication,
    AddEvidence,
    RemoveEvidence,
    SubmitApplication,
    WithdrawApplication,
    OwnApplication,
    EvidenceShelf,
    ApplicantDirectory,
    ApplicationTally,
    Benches,
    CommissionDesk,
    DossierBesideCriteria,
    DeclareConflicts,
    RecordFinding,
    VoteOnApplication,
    RulingTable,
    RulingPreview,
    RuleOnApplication,
    MailReceived,
    MailRuling,
  ],
  exports: [ApplicationTally],
})
export class AdmissionsModule {}
