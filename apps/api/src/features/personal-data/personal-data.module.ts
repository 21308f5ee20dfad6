import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdmissionsModule } from '../admissions';
import { AnnouncementsModule } from '../announcements';
import { CompletionModule } from '../completion';
import { DiscussionsModule } from '../discussions';
import { CredentialsModule } from '../credentials';
import { ModulesModule } from '../modules';
import { NoticesModule } from '../notices';
import { PlacesModule } from '../places';
import { ProjectWorkModule } from '../project-work';
import { PublicationModule } from '../publication';
import { ScheduleModule } from '../schedule';
import { SurveysModule } from '../surveys';
import { WorkloadModule } from '../workload';
import { AskForCopy } from './ask-for-copy';
import { EraseCopy } from './jobs/erase-copy.handler';
import { MakeCopy } from './jobs/make-copy.handler';
import { OwnCopies } from './own-copies';
import { PersonalCopy } from './personal-copy.entity';
import { PersonalDataController } from './personal-data.controller';
import { TakeCopiesAlong } from './take-copies-along';
import { PersonalDataExport } from './personal-data-export';

@Module({
  imports: [
    TypeOrmModule.forFeature([PersonalCopy]),
    AdmissionsModule,
    AnnouncementsModule,
    DiscussionsModule,
    PlacesModule,
    ScheduleModule,
    SurveysModule,
    WorkloadModule,
    ProjectWorkModule,
    PublicationModule,
    CompletionModule,
    CredentialsModule,
    ModulesModule,
    NoticesModule,
  ],
  controllers: [PersonalDataController],
  providers: [PersonalDataExport, OwnCopies, AskForCopy, MakeCopy, EraseCopy, TakeCopiesAlong],
})
export class PersonalDataModule {}
