import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { CalendarModule } from '../calendar/calendar.module';
import { MeetingsModule } from '../meetings/meetings.module';
import { TimetableModule } from '../timetable/timetable.module';
import { AddRoom } from './add-room';
import { AssignTutors } from './assign-tutors';
import { CancelSession } from './cancel-session';
import { ChangeRoom } from './change-room';
import { ClashFinder } from './clash-finder';
import { CopySessions } from './copy-sessions';
import { EverybodyConcerned } from './everybody-concerned';
import { TellOfChange } from './jobs/tell-of-change.handler';
import { MoveSession } from './move-session';
import { PlanSession } from './plan-session';
import { PlanController } from './plan.controller';
import { PlanReader } from './plan-reader';
import { PlanSessions } from './plan-sessions';
import { Planning } from './planning';
import { TimetableCheck } from './timetable-check';
import { Timetabler } from './timetabler';
import { UnassignLeaver, UnassignTutor } from './unassign-tutor';

@Module({
  imports: [CalendarModule, EditionsModule, MeetingsModule, PlacesModule, TimetableModule],
  controllers: [PlanController],
  providers: [
    AddRoom,
    AssignTutors,
    CancelSession,
    ChangeRoom,
    ClashFinder,
    CopySessions,
    EverybodyConcerned,
    MoveSession,
    PlanReader,
    PlanSession,
    PlanSessions,
    Planning,
    TellOfChange,
    TimetableCheck,
    Timetabler,
    UnassignLeaver,
    UnassignTutor,
  ],
  exports: [AddRoom, CancelSession, EverybodyConcerned, MoveSession, PlanSession, PlanSessions, Planning],
})
export class PlanningModule {}
