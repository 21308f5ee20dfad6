import {
  assignTutors,
  changeRoom,
  checkMove,
  checkSessionPlan,
  checkTimetable,
  planSessions,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayChangeRooms, mayPlanSessions } from '../schedule.policy';
import { AssignTutors } from './assign-tutors';
import { ChangeRoom } from './change-room';
import { PlanSessions } from './plan-sessions';
import { TimetableCheck } from './timetable-check';

@Controller()
export class PlanController {
  constructor(
    private readonly planning: PlanSessions,
    private readonly checking: TimetableCheck,
    private readonly assigning: AssignTutors,
    private readonly changingRoom: ChangeRoom,
  ) {}

  @Handles(checkTimetable, mayPlanSessions)
  checkTimetable({ params }: RequestOf<typeof checkTimetable>) {
    return this.checking.ofEdition(params.editionId);
  }

  @Handles(checkMove, mayPlanSessions)
  checkMove(request: RequestOf<typeof checkMove>) {
    return this.checking.ofMove(request);
  }

  @Handles(assignTutors, mayPlanSessions)
  assign(request: RequestOf<typeof assignTutors>) {
    return this.assigning.run(request);
  }

  @Handles(changeRoom, mayChangeRooms)
  changeRoom(request: RequestOf<typeof changeRoom>) {
    return this.changingRoom.run(request);
  }

  @Handles(checkSessionPlan, mayPlanSessions)
  check(request: RequestOf<typeof checkSessionPlan>) {
    return this.planning.check(request);
  }

  @Handles(planSessions, mayPlanSessions)
  plan(request: RequestOf<typeof planSessions>) {
    return this.planning.run(request);
  }
}
