import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ProjectWorkModule } from '../project-work';
import { ScheduleModule } from '../schedule';
import { SurveysModule } from '../surveys';
import { WorkloadModule } from '../workload';
import { Completion } from './completion.entity';
import { CompletionQueries } from './completion-queries';
import { CompletionController } from './completion.controller';
import { CompletionExplainer } from './completion-explainer';
import { CompletionPages } from './completion-pages';
import { FollowTimetable, FollowRecords } from './follow-records';
import { LookAgain } from './jobs/look-again.handler';
import { KeepCompletion } from './keep-completion';
import { CompletionPersonalData } from './completion-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([Completion]),
    EditionsModule,
    PlacesModule,
    ScheduleModule,
    WorkloadModule,
    ProjectWorkModule,
    SurveysModule,
  ],
  controllers: [CompletionController],
  providers: [
    CompletionPersonalData,
    CompletionExplainer,
    CompletionQueries,
    CompletionPages,
    KeepCompletion,
    FollowRecords,
    FollowTimetable,
    LookAgain,
  ],
  exports: [CompletionPersonalData, CompletionExplainer, CompletionQueries],
})
export class CompletionModule {}
