import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { ContributionsModule } from '../contributions/contributions.module';
import { WorkModule } from '../work/work.module';
import { AgreeOnMark } from './agree-on-mark';
import { DrawSample } from './draw-sample';
import { TellMarker } from './jobs/tell-marker.handler';
import { LookAgain } from './look-again';
import { MarkWork } from './mark-work';
import { MarkWorks } from './mark-works';
import { MarkedWork } from './marked-work';
import { MarkingDraft } from './marking-draft.entity';
import { ListedWorks } from './listed-works';
import { MarkingList } from './marking-list';
import { MarkingPlan } from './marking-plan';
import { MarkingProfessor } from './marking-professor.entity';
import { MarkingTable } from './marking-table';
import { PlanMarking } from './plan-marking';
import { PlannedMarker } from './planned-marker.entity';
import { Proposal } from './proposal.entity';
import { RecordProfessor } from './record-professor';
import { SaveMarkingDraft } from './save-marking-draft';
import { MarkingSample, SecondLook } from './second-look.entity';
import { WorkAtHand } from './work-at-hand';
import { WorkListing, WorkListingCount } from './work-listing.entity';
import { WorkToMark } from './work-to-mark';
import { MarkingController } from './marking.controller';

const commands = [
  AgreeOnMark,
  DrawSample,
  LookAgain,
  MarkWork,
  MarkWorks,
  PlanMarking,
  RecordProfessor,
  SaveMarkingDraft,
];
const questions = [ListedWorks, MarkedWork, MarkingList, MarkingPlan, MarkingTable, WorkAtHand, WorkToMark];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      MarkingDraft,
      MarkingProfessor,
      MarkingSample,
      PlannedMarker,
      Proposal,
      SecondLook,
      WorkListing,
      WorkListingCount,
    ]),
    ContributionsModule,
    EditionsModule,
    WorkModule,
  ],
  controllers: [MarkingController],
  providers: [...commands, ...questions, TellMarker],
  exports: [...commands, ...questions],
})
export class MarkingModule {}
