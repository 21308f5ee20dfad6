import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { WorkloadModule } from '../workload';
import { DeclareMinutes } from './declare-minutes';
import { ExtendDeadline } from './extend-deadline';
import { FileOfSubmission } from './file-of-submission';
import { GroupRoll } from './group-roll';
import { GroupsOfEdition } from './groups-of-edition';
import { HandInWork } from './hand-in-work';
import { ConfirmHandIn } from './jobs/confirm-hand-in.handler';
import { TellResult } from './jobs/tell-result.handler';
import { MarkWork } from './mark-work';
import { MarkingDraft } from './marking-draft.entity';
import { MarkingList } from './marking-list';
import { OwnProjectWork } from './own-project-work';
import { Participation } from './participation';
import { ProjectDeadline } from './project-deadline.entity';
import { GroupMember, ProjectGroup } from './project-group.entity';
import { ProjectWorkController } from './project-work.controller';
import { Recipients } from './recipients';
import { ReleasePreview } from './release-preview';
import { ReleaseResults } from './release-results';
import { ResultBook } from './result-book';
import { SetGroup } from './set-group';
import { Marking, Submission, Work } from './work.entity';
import { WorkShelf } from './work-shelf';
import { WorkTally } from './work-tally';
import { WorkToMark } from './work-to-mark';
import { SaveMarkingDraft } from './save-marking-draft';
import { ProjectWorkPersonalData } from './project-work-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([ProjectGroup, GroupMember, Work, Submission, Marking, MarkingDraft, ProjectDeadline]),
    EditionsModule,
    PlacesModule,
    WorkloadModule,
  ],
  controllers: [ProjectWorkController],
  providers: [
    ProjectWorkPersonalData,
    Participation,
    OwnProjectWork,
    HandInWork,
    FileOfSubmission,
    DeclareMinutes,
    ExtendDeadline,
    GroupsOfEdition,
    SetGroup,
    GroupRoll,
    WorkShelf,
    MarkingList,
    WorkToMark,
    MarkWork,
    SaveMarkingDraft,
    ReleasePreview,
    ReleaseResults,
    ResultBook,
    WorkTally,
    Recipients,
    ConfirmHandIn,
    TellResult,
  ],
  exports: [ProjectWorkPersonalData, ResultBook, WorkTally],
})
export class ProjectWorkModule {}
