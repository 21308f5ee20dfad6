import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { AttendanceModule } from '../attendance/attendance.module';
import { TimetableModule } from '../timetable/timetable.module';
import { AddRequestDocument } from './add-request-document';
import { AnswerRequest } from './answer-request';
import { AskAboutAttendance } from './ask-about-attendance';
import { AttendanceOfPerson } from './attendance-of-person';
import { AttendanceRequest } from './attendance-request.entity';
import { RequestFacts } from './jobs/request-facts';
import { TellOfAnswer } from './jobs/tell-of-answer.handler';
import { TellOfRequest } from './jobs/tell-of-request.handler';
import { LockOwnRequest } from './lock-own-request';
import { RequestDocuments } from './request-documents';
import { RequestsController } from './requests.controller';
import { RequestsOfEdition } from './requests-of-edition';
import { RequestsPersonalData } from './requests-personal-data';
import { WithdrawRequest } from './withdraw-request';

@Module({
  imports: [
    TypeOrmModule.forFeature([AttendanceRequest]),
    EditionsModule,
    PlacesModule,
    TimetableModule,
    AttendanceModule,
  ],
  controllers: [RequestsController],
  providers: [
    AddRequestDocument,
    AnswerRequest,
    AskAboutAttendance,
    AttendanceOfPerson,
    LockOwnRequest,
    RequestDocuments,
    RequestFacts,
    RequestsOfEdition,
    RequestsPersonalData,
    TellOfAnswer,
    TellOfRequest,
    WithdrawRequest,
  ],
  exports: [RequestsPersonalData],
})
export class RequestsModule {}
