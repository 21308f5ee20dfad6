import {
  addRoom,
  cancelSession,
  closeRoll,
  correctAttendance,
  type InputOf,
  listSessions,
  markAttendance,
  moveSession,
  planSession,
  readPlanning,
  readRoll,
  readToday,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../platform/http/handles';
import { AddRoom } from './planning/add-room';
import { CancelSession } from './planning/cancel-session';
import { CloseRoll } from './attendance/close-roll';
import { CorrectAttendance } from './attendance/correct-attendance';
import { MarkAttendance } from './attendance/mark-attendance';
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
    private readonly closing: CloseRoll,
    private readonly correcting: CorrectAttendance,
  ) {}

  @Handles(listSessions, mayReadSessions)
  list(@By() actor: Actor, @Input() { params }: InputOf<typeof listSessions>) {
    return this.sessions.read(actor, params.editionId);
  }

  @Handles(readPlanning, mayPlanSessions)
  readPlanning(@Input() { params }: InputOf<typeof readPlanning>) {
    return this.planning.of(params.editionId);
  }

  @Handles(readToday, mayTakeRoll)
  readToday(@Input() { params }: InputOf<typeof readToday>) {
    return this.today.of(params.editionId);
  }

  @Handles(planSession, mayPlanSessions)
  plan(@Input() input: InputOf<typeof planSession>) {
    return this.planningSession.run(input);
  }

  @Handles(moveSession, mayPlanSessions)
  move(@Input() input: InputOf<typeof moveSession>) {
    return this.moving.run(input);
  }

  @Handles(cancelSession, mayPlanSessions)
  cancel(@Input() input: InputOf<typeof cancelSession>) {
    return this.cancelling.run(input);
  }

  @Handles(addRoom, mayPlanSessions)
  addRoom(@Input() { body }: InputOf<typeof addRoom>) {
    return this.addingRoom.run(body);
  }

  @Handles(readRoll, mayTakeRoll)
  readRoll(@By() actor: Actor, @Input() { params }: InputOf<typeof readRoll>) {
    return this.roll.read(actor, params.editionId, params.sessionId);
  }

  @Handles(markAttendance, mayTakeRoll)
  mark(@By() actor: Actor, @Input() input: InputOf<typeof markAttendance>) {
    return this.marking.run(actor, input);
  }

  @Handles(closeRoll, mayTakeRoll)
  close(@By() actor: Actor, @Input() input: InputOf<typeof closeRoll>) {
    return this.closing.run(actor, input);
  }

  @Handles(correctAttendance, mayTakeRoll)
  correct(@By() actor: Actor, @Input() input: InputOf<typeof correctAttendance>) {
    return this.correcting.run(actor, input);
  }
}
