import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { WorkloadModule } from '../../workload';
import { TimetableModule } from '../timetable/timetable.module';
import { AttendanceQueries } from './attendance-queries';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { CloseRoll } from './close-roll';
import { CorrectAttendance } from './correct-attendance';
import { Corrections } from './corrections';
import { MarkAttendance } from './mark-attendance';
import { MarkMany } from './mark-many';
import { RollOfSession } from './roll-of-session';
import { SchedulePersonalData } from './schedule-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([Attendance, AttendanceChange]),
    EditionsModule,
    PlacesModule,
    WorkloadModule,
    TimetableModule,
  ],
  providers: [
    AttendanceQueries,
    CloseRoll,
    CorrectAttendance,
    Corrections,
    MarkAttendance,
    MarkMany,
    RollOfSession,
    SchedulePersonalData,
  ],
  exports: [
    AttendanceQueries,
    CloseRoll,
    CorrectAttendance,
    Corrections,
    MarkAttendance,
    MarkMany,
    RollOfSession,
    SchedulePersonalData,
  ],
})
export class AttendanceModule {}
