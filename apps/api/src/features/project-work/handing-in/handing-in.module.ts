import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { WorkloadModule } from '../../workload';
import { ResultsModule } from '../results/results.module';
import { AnonymityModule } from '../anonymity/anonymity.module';
import { PeersModule } from '../peers/peers.module';
import { WorkModule } from '../work/work.module';
import { DeclareMinutes } from './declare-minutes';
import { FileOfSubmission } from './file-of-submission';
import { GroupChoice } from './group-choice';
import { HandInWork } from './hand-in-work';
import { ChosenFiles } from './chosen-files';
import { ConfirmHandIn } from './jobs/confirm-hand-in.handler';
import { OwnProjectWork } from './own-project-work';
import { ReceivedVersions } from './received-versions';
import { LeaveUploads } from './uploads/leave-uploads';
import { UploadsController } from './uploads/uploads.controller';
import { UploadsPersonalData } from './uploads/uploads-personal-data';
import { WorkUploads } from './uploads/work-uploads';

@Module({
  imports: [AnonymityModule, PeersModule, PlacesModule, ResultsModule, WorkloadModule, WorkModule],
  controllers: [UploadsController],
  providers: [
    ChosenFiles,
    ConfirmHandIn,
    DeclareMinutes,
    FileOfSubmission,
    GroupChoice,
    HandInWork,
    LeaveUploads,
    OwnProjectWork,
    ReceivedVersions,
    UploadsPersonalData,
    WorkUploads,
  ],
  exports: [DeclareMinutes, FileOfSubmission, HandInWork, OwnProjectWork, ReceivedVersions, UploadsPersonalData],
})
export class HandingInModule {}
