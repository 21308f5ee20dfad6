import { Module } from '@nestjs/common';
import { AttendanceModule } from './attendance/attendance.module';
import { PlanningModule } from './planning/planning.module';
import { ScheduleController } from './schedule.controller';
import { TimetableModule } from './timetable/timetable.module';

@Module({
  imports: [TimetableModule, AttendanceModule, PlanningModule],
  controllers: [ScheduleController],
  exports: [TimetableModule, AttendanceModule],
})
export class ScheduleModule {}
