import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { ScheduleModule } from '../schedule';
import { AnswerSurvey } from './answer-survey';
import { CloseWithEdition } from './close-with-edition';
import { LookAtSurvey, LookDaily } from './jobs/look-at-surveys.handlers';
import { TellOfSurvey } from './jobs/tell-of-survey.handler';
import { KeepSurveys } from './keep-surveys';
import { ReadOwnSurvey } from './own-survey';
import { Survey, SurveyAnswer, SurveyParticipation } from './survey.entity';
import { SurveyFile } from './survey-file';
import { SurveyParticipations } from './survey-participations';
import { ReadSurveyResults } from './survey-results';
import { SurveyRows } from './survey-rows';
import { SurveysController } from './surveys.controller';
import { SurveysPersonalData } from './surveys-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([Survey, SurveyAnswer, SurveyParticipation]),
    EditionsModule,
    PlacesModule,
    ScheduleModule,
  ],
  controllers: [SurveysController],
  providers: [
    AnswerSurvey,
    CloseWithEdition,
    KeepSurveys,
    LookAtSurvey,
    LookDaily,
    ReadOwnSurvey,
    ReadSurveyResults,
    SurveyFile,
    SurveyParticipations,
    SurveyRows,
    SurveysPersonalData,
    TellOfSurvey,
  ],
  exports: [SurveyParticipations, SurveysPersonalData],
})
export class SurveysModule {}
