import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { Room } from './room.entity';
import { Session } from './session.entity';
import { SessionsOfEdition } from './sessions-of-edition';
import { Timetable } from './timetable';
import { TutorsToday } from './tutors-today';

@Module({
  imports: [TypeOrmModule.forFeature([Room, Session]), EditionsModule],
  providers: [SessionsOfEdition, Timetable, TutorsToday],
  exports: [SessionsOfEdition, Timetable, TutorsToday],
})
export class TimetableModule {}
