import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlanningModule } from '../planning/planning.module';
import { TimetableModule } from '../timetable/timetable.module';
import { LookAhead } from './jobs/look-ahead.handler';
import { RemindAll } from './jobs/remind-all.handler';
import { Remind } from './jobs/remind.handler';
import { SetReminders } from './jobs/set-reminders.handler';
import { Reminders } from './reminders';

@Module({
  imports: [EditionsModule, PlanningModule, TimetableModule],
  providers: [LookAhead, Remind, RemindAll, Reminders, SetReminders],
})
export class RemindersModule {}
