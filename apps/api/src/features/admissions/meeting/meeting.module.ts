import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { CommissionModule } from '../commission/commission.module';
import { DossierModule } from '../dossier/dossier.module';
import { RulingModule } from '../ruling/ruling.module';
import { Agenda } from './agenda';
import { CloseMeeting } from './close-meeting';
import { SetMinutes } from './jobs/set-minutes.handler';
import { MeetingAttendance } from './meeting-attendance.entity';
import { Meeting } from './meeting.entity';
import { Meetings } from './meetings';
import { MeetingsController } from './meetings.controller';
import { MinutesDrafter } from './minutes-drafter';
import { MinutesReading } from './minutes-reading';
import { Minutes, MinutesDocument, MinutesItem } from './minutes.entity';
import { NoteAttendance } from './note-attendance';
import { OpenMeeting } from './open-meeting';
import { PrintMinutes } from './print-minutes';
import { RuleInMeeting } from './rule-in-meeting';

@Module({
  imports: [
    TypeOrmModule.forFeature([Meeting, MeetingAttendance, Minutes, MinutesDocument, MinutesItem]),
    EditionsModule,
    PlacesModule,
    CommissionModule,
    DossierModule,
    RulingModule,
  ],
  controllers: [MeetingsController],
  providers: [
    Agenda,
    CloseMeeting,
    Meetings,
    MinutesDrafter,
    MinutesReading,
    NoteAttendance,
    OpenMeeting,
    PrintMinutes,
    RuleInMeeting,
    SetMinutes,
  ],
})
export class MeetingModule {}
