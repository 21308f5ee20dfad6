import {
  addRoom,
  cancelSession,
  closeRoll,
  correctAttendance,
  listSessions,
  markAttendance,
  markMany,
  moveSession,
  planSession,
  readPlanning,
  readRoll,
  readToday,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AddRoom } from './planning/add-room';
import { CancelSession } from './planning/cancel-session';
import { CloseRoll } from './attendance/close-roll';
import { CorrectAttendance } from './attendance/correct-attendance';
import { MarkAttendance } from './attendance/mark-attendance';
import { MarkMany } from './attendance/mark-many';
import { MoveSession } from './planning/move-session';
import { PlanSession } from './planning/plan-session';
import { Planning } from './planning/planning';
import { RollOfSession } from './attendance/roll-of-session';
import { mayPlanSessions, mayReadSessions, mayTakeRoll } from './schedule.policy';
import { SessionsOfEdition } from './timetable/sessions-of-edition';
import { TutorsToday } from './timetable/tutors-today';

@Controller()
export class ScheduleController {
  constructor(
    private readonly sessions: SessionsOfEdition,
    private readonly planning: Planning,
    private readonly today: TutorsToday,
    private readonly planningSession: PlanSession,
    private readonly moving: MoveSession,
    private readonly cancelling: CancelSession,
    private readonly addingRoom: AddRoom,
    private readonly roll: RollOfSession,
    private readonly marking: MarkAttendance,
    private readonly markingMany: MarkMany,
    private readonly closing: CloseRoll,
    private readonly correcting: CorrectAttendance,
  ) {}

  @Handles(listSessions, mayReadSessions)
  list({ actor, params }: RequestOf<typeof listSessions>) {
    return this.sessions.read(actor, params.editionId);
  }

  @Handles(readPlanning, mayPlanSessions)
  readPlanning({ params }: RequestOf<typeof readPlanning>) {
    return this.planning.of(params.editionId);
  }

  @Handles(readToday, mayTakeRoll)
  readToday({ params }: RequestOf<typeof readToday>) {
    return this.today.of(params.editionId);
  }

  @Handles(planSession, mayPlanSessions)
  plan(request: RequestOf<typeof planSession>) {
    return this.planningSession.run(request);
  }

  @Handles(moveSession, mayPlanSessions)
  move(request: RequestOf<typeof moveSession>) {
    return this.moving.run(request);
  }

  @Handles(cancelSession, mayPlanSessions)
  cancel(request: RequestOf<typeof cancelSession>) {
    return this.cancelling.run(request);
  }

  @Handles(addRoom, mayPlanSessions)
  addRoom({ body }: RequestOf<typeof addRoom>) {
    return this.addingRoom.run(body);
  }

  @Handles(readRoll, mayTakeRoll)
  readRoll(request: RequestOf<typeof readRoll>) {
    return this.roll.read(request.actor, request);
  }

  @Handles(markAttendance, mayTakeRoll)
  mark(request: RequestOf<typeof markAttendance>) {
    return this.marking.run(request.actor, request);
  }

  @Handles(markMany, mayTakeRoll)
  markMany(request: RequestOf<typeof markMany>) {
    return this.markingMany.run(request.actor, request);
  }

  @Handles(closeRoll, mayTakeRoll)
  close(request: RequestOf<typeof closeRoll>) {
    return this.closing.run(request.actor, request);
  }

  @Handles(correctAttendance, mayTakeRoll)
  correct(request: RequestOf<typeof correctAttendance>) {
    return this.correcting.run(request.actor, request);
  }
}
