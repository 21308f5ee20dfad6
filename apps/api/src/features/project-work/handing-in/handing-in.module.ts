import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { WorkloadModule } from '../../workload';
import { WorkModule } from '../work/work.module';
import { DeclareMinutes } from './declare-minutes';
import { FileOfSubmission } from './file-of-submission';
import { HandInWork } from './hand-in-work';
import { ConfirmHandIn } from './jobs/confirm-hand-in.handler';
import { OwnProjectWork } from './own-project-work';

@Module({
  imports: [PlacesModule, WorkloadModule, WorkModule],
  providers: [ConfirmHandIn, DeclareMinutes, FileOfSubmission, HandInWork, OwnProjectWork],
  exports: [DeclareMinutes, FileOfSubmission, HandInWork, OwnProjectWork],
})
export class HandingInModule {}
