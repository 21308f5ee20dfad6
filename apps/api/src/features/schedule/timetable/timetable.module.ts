import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { Room } from './room.entity';
import { Session } from './session.entity';
import { SessionTutor } from './session-tutor.entity';
import { SessionsOfEdition } from './sessions-of-edition';
import { Timetable } from './timetable';
import { TutorsOfSessions } from './tutors-of-sessions';
import { TutorsToday } from './tutors-today';

@Module({
  imports: [TypeOrmModule.forFeature([Room, Session, SessionTutor]), EditionsModule, PlacesModule],
  providers: [SessionsOfEdition, Timetable, TutorsOfSessions, TutorsToday],
  exports: [SessionsOfEdition, Timetable, TutorsOfSessions, TutorsToday],
})
export class TimetableModule {}
