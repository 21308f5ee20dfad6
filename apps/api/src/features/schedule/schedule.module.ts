import { Module } from '@nestjs/common';
import { AttendanceModule } from './attendance/attendance.module';
import { AttendanceReportsModule } from './attendance-reports/attendance-reports.module';
import { CalendarModule } from './calendar/calendar.module';
import { CheckInModule } from './check-in/check-in.module';
import { PlanningModule } from './planning/planning.module';
import { RemindersModule } from './reminders/reminders.module';
import { RequestsModule } from './requests/requests.module';
import { ScheduleController } from './schedule.controller';
import { TimetableModule } from './timetable/timetable.module';

@Module({
  imports: [
    TimetableModule,
    AttendanceModule,
    AttendanceReportsModule,
    CalendarModule,
    CheckInModule,
    PlanningModule,
    RemindersModule,
    RequestsModule,
  ],
  controllers: [ScheduleController],
  exports: [TimetableModule, AttendanceModule, AttendanceReportsModule, CalendarModule, CheckInModule, RequestsModule],
})
export class ScheduleModule {}
