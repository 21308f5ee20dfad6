import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { TimetableModule } from '../timetable/timetable.module';
import { AddRoom } from './add-room';
import { CancelSession } from './cancel-session';
import { EverybodyConcerned } from './everybody-concerned';
import { TellOfChange } from './jobs/tell-of-change.handler';
import { MoveSession } from './move-session';
import { PlanSession } from './plan-session';
import { Planning } from './planning';
import { Timetabler } from './timetabler';

@Module({
  imports: [EditionsModule, PlacesModule, TimetableModule],
  providers: [AddRoom, CancelSession, EverybodyConcerned, MoveSession, PlanSession, Planning, TellOfChange, Timetabler],
  exports: [AddRoom, CancelSession, MoveSession, PlanSession, Planning],
})
export class PlanningModule {}
