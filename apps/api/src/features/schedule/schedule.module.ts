import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { WorkloadModule } from '../workload';
import { AddRoom } from './add-room';
import { AttendanceBook } from './attendance-book';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { CancelSession } from './cancel-session';
import { CloseRoll } from './close-roll';
import { CorrectAttendance } from './correct-attendance';
import { EverybodyConcerned } from './everybody-concerned';
import { TellOfChange } from './jobs/tell-of-change.handler';
import { MarkAttendance } from './mark-attendance';
import { MoveSession } from './move-session';
import { PlanSession } from './plan-session';
import { Planning } from './planning';
import { RollOfSession } from './roll-of-session';
import { Room } from './room.entity';
import { ScheduleController } from './schedule.controller';
import { Session } from './session.entity';
import { SessionsOfEdition } from './sessions-of-edition';
import { Timetable } from './timetable';
import { Timetabler } from './timetabler';
import { TutorsToday } from './tutors-today';
import { SchedulePersonalData } from './schedule-personal-data';

@Module({
  imports: [TypeOrmModule.forFeature([Room, Session, Attendance, AttendanceChange]), EditionsModule, PlacesModule, WorkloadModule],
  controllers: [ScheduleController],
  providers: [
    SchedulePersonalData,
    Timetable,
    Timetabler,
    SessionsOfEdition,
    Planning,
    TutorsToday,
    EverybodyConcerned,
    PlanSession,
    MoveSession,
    CancelSession,
    AddRoom,
    RollOfSession,
    MarkAttendance,
    CloseRoll,
    CorrectAttendance,
    AttendanceBook,
    TellOfChange,
  ],
  exports: [SchedulePersonalData, Timetable, AttendanceBook],
})
export class ScheduleModule {}
