import type { InputOf, markAttendance } from '@libretto/contracts';
import {
  type Actor,
  type Attendance as Mark,
  attendanceOf,
  joinOpensAt,
  minutesLateAt,
  rollIsOpen,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Attendance } from './attendance.entity';
import { AttendanceTaken } from '../schedule.events';
import { Session } from '../timetable/session.entity';

@Injectable()
export class MarkAttendance {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes one mark on an open roll, over the one that is there.
   * Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof markAttendance>): Promise<Mark> {
    const { editionId, sessionId, enrolmentId } = params;
    return this.transaction.run(async (tx) => {
      // The lock makes a mark and the closing of its roll go one after the other.
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const at = this.clock.now();
      orRefuse(rollIsOpen(session, joinOpensAt(session), at));
      const attendance = attendanceOf(body.mark, body.minutesLate ?? minutesLateAt(session, at));
      const taken = { ...attendance, byAccountId: actor.accountId, at };
      await tx.put(Attendance, ['sessionId', 'enrolmentId'], { id: newId(), sessionId, enrolmentId, ...taken });
      await tx.publish(new AttendanceTaken(sessionId));
      return attendance;
    });
  }
}
