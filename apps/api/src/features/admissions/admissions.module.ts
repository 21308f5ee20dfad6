import { Module } from '@nestjs/common';
import { AppealModule } from './appeal/appeal.module';
import { ApplicationModule } from './application/application.module';
import { ArchiveModule } from './archive/archive.module';
import { AssignmentModule } from './assignment/assignment.module';
import { CommissionModule } from './commission/commission.module';
import { ConflictsModule } from './conflicts/conflicts.module';
import { DiscussionModule } from './discussion/discussion.module';
import { DossierModule } from './dossier/dossier.module';
import { ExtractsModule } from './extracts/extracts.module';
import { LettersModule } from './letters/letters.module';
import { MeetingModule } from './meeting/meeting.module';
import { AdmissionsPersonalDataModule } from './personal-data/personal-data.module';
import { PlacesDeskModule } from './places-desk/places-desk.module';
import { ReportsModule } from './reports/reports.module';
import { RetentionModule } from './retention/retention.module';
import { ReturnModule } from './return/return.module';
import { RulingModule } from './ruling/ruling.module';

/** The floors of admissions, from the ground up: a folder imports from those above its line only. */
@Module({
  imports: [
    DossierModule,
    AssignmentModule,
    ReturnModule,
    AppealModule,
    ExtractsModule,
    PlacesDeskModule,
    ApplicationModule,
    ConflictsModule,
    DiscussionModule,
    LettersModule,
    ReportsModule,
    CommissionModule,
    ArchiveModule,
    RulingModule,
    MeetingModule,
    RetentionModule,
    AdmissionsPersonalDataModule,
  ],
  exports: [ApplicationModule, CommissionModule, AdmissionsPersonalDataModule],
})
export class AdmissionsModule {}
