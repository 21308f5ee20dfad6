import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { AnonymityModule } from '../anonymity/anonymity.module';
import { ContributionsModule } from '../contributions/contributions.module';
import { WorkModule } from '../work/work.module';
import { AskPeers } from './ask-peers';
import { FeedbackAtHand } from './feedback-at-hand';
import { FeedbackNames } from './feedback-names';
import { FeedbackOverviews } from './feedback-overviews';
import { FeedbackReaders } from './feedback-readers';
import { FeedbackTallies } from './feedback-tallies';
import { HideFeedback } from './hide-feedback';
import { AskLatecomers, AskPeersOfEdition } from './jobs/ask-peers.handlers';
import { TellFeedbackAsked, TellFeedbackCame } from './jobs/tell-of-feedback.handlers';
import { OwnFeedback } from './own-feedback';
import { PeerFeedback, PeerGiver, PeerRound } from './peer-feedback.entity';
import { PeerFeedbackPersonalData } from './peer-feedback-personal-data';
import { PeersController } from './peers.controller';
import { WriteFeedback } from './write-feedback';

@Module({
  imports: [
    TypeOrmModule.forFeature([PeerFeedback, PeerGiver, PeerRound]),
    AnonymityModule,
    ContributionsModule,
    EditionsModule,
    PlacesModule,
    WorkModule,
  ],
  controllers: [PeersController],
  providers: [
    AskLatecomers,
    AskPeers,
    AskPeersOfEdition,
    FeedbackAtHand,
    FeedbackNames,
    FeedbackOverviews,
    FeedbackReaders,
    FeedbackTallies,
    HideFeedback,
    OwnFeedback,
    PeerFeedbackPersonalData,
    TellFeedbackAsked,
    TellFeedbackCame,
    WriteFeedback,
  ],
  exports: [FeedbackTallies, PeerFeedbackPersonalData],
})
export class PeersModule {}
