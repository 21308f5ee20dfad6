import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { WorkloadModule } from '../../workload';
import { ResultsModule } from '../results/results.module';
import { AnonymityModule } from '../anonymity/anonymity.module';
import { WorkModule } from '../work/work.module';
import { DeclareMinutes } from './declare-minutes';
import { FileOfSubmission } from './file-of-submission';
import { GroupChoice } from './group-choice';
import { HandInWork } from './hand-in-work';
import { ConfirmHandIn } from './jobs/confirm-hand-in.handler';
import { OwnProjectWork } from './own-project-work';

@Module({
  imports: [AnonymityModule, PlacesModule, ResultsModule, WorkloadModule, WorkModule],
  providers: [ConfirmHandIn, DeclareMinutes, FileOfSubmission, GroupChoice, HandInWork, OwnProjectWork],
  exports: [DeclareMinutes, FileOfSubmission, HandInWork, OwnProjectWork],
})
export class HandingInModule {}
