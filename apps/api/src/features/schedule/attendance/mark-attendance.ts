import type { InputOf, markAttendance } from '@libretto/contracts';
import { type Actor, type AttendanceMark, joinOpensAt, minutesLateAt, rollIsOpen } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { Attendance } from './attendance.entity';
import { Session } from '../timetable/session.entity';

@Injectable()
export class MarkAttendance {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Writes one mark on an open roll, over the one that is there.
   * Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet.
   */
  async run(
    actor: Actor,
    { params, body }: InputOf<typeof markAttendance>,
  ): Promise<{ mark: AttendanceMark; minutesLate: number }> {
    const { editionId, sessionId, enrolmentId } = params;
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    if (enrolment?.editionId !== editionId) throw notFound();
    return this.transaction.run(async (tx) => {
      // The lock makes a mark and the closing of its roll go one after the other.
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const at = this.clock.now();
      orRefuse(rollIsOpen(session, joinOpensAt(session), at));
      const { mark } = body;
      const minutesLate = mark === 'late' ? (body.minutesLate ?? minutesLateAt(session, at)) : 0;
      const taken = { mark, minutesLate, byAccountId: actor.accountId, at };
      const there = await tx.manager.findOneBy(Attendance, { sessionId, enrolmentId });
      if (there) await tx.save(Object.assign(there, taken));
      else await tx.insert(Attendance, { id: newId(), sessionId, enrolmentId, ...taken });
      return { mark, minutesLate };
    });
  }
}
