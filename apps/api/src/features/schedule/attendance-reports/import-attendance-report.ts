import type { importAttendanceReport, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/refusals/refused';
import { Attendance } from '../attendance/attendance.entity';
import { AttendanceTaken } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { ReportReader } from './report-reader';

@Injectable()
export class ImportAttendanceReport {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly reader: ReportReader,
  ) {}

  /**
   * Writes what a report comes to on an open roll, for everybody without a mark, or also over marks that are there.
   * Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet.
   */
  run(actor: Actor, { params, body }: InputOf<typeof importAttendanceReport>): Promise<{ people: number }> {
    const { editionId, sessionId } = params;
    return this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const { participants } = await this.reader.read(session, body);
      const taken = { sessionId, byAccountId: actor.accountId, at: this.clock.now() };
      const marks = participants
        .filter(({ standing }) => body.over || standing === null)
        .map(({ enrolmentId, mark, minutesLate }) => ({ id: newId(), enrolmentId, mark, minutesLate, ...taken }));
      if (!marks.length) return { people: 0 };
      await tx.put(Attendance, ['sessionId', 'enrolmentId'], ...marks);
      await tx.publish(new AttendanceTaken(sessionId));
      return { people: marks.length };
    });
  }
}
