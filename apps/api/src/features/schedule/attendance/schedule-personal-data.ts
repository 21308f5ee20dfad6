import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { Session } from '../timetable/session.entity';

/** The personal data in the schedule, for its person: attendance, corrections, and the sessions that they teach. */
@Injectable()
export class SchedulePersonalData {
  constructor(private readonly database: Database) {}

  /** Two statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const of = ['WHERE it.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }] as const;
    const [attendances, changes] = await Promise.all([
      this.database.rows(rowsOf(Attendance, ...of, { by: ['at'] })),
      this.database.rows(rowsOf(AttendanceChange, ...of, { by: ['at'] })),
    ]);
    const sessions = await read.findBy(Session, {
      id: In([...attendances, ...changes].map(({ sessionId }) => sessionId)),
    });
    const sessionOf = ({ sessionId }: { sessionId: string }) => {
      const session = sessions.find(({ id }) => id === sessionId);
      return { session: session?.title ?? '', startsAt: session?.startsAt ?? null, zone: session?.zone ?? null };
    };
    return {
      attendance: attendances.map((one) => ({
        ...sessionOf(one),
        mark: one.mark,
        minutesLate: one.minutesLate,
        takenAt: one.at,
      })),
      corrections: changes.map((one) => ({
        ...sessionOf(one),
        from: one.from,
        to: one.to,
        reason: one.reason,
        at: one.at,
      })),
    };
  }

  /** The sessions to which they are assigned as a tutor. One statement, shared with what is asked at the same time. */
  async taughtBy(accountId: string) {
    const sessions = await this.database.rows(
      rowsOf(
        Session,
        'JOIN session_tutor ON session_tutor.sessionId = it.id WHERE session_tutor.accountId = :accountId',
        { accountId },
        { columns: ['title', 'startsAt', 'zone'], by: ['startsAt'] },
      ),
    );
    return sessions.map(({ title, startsAt, zone }) => ({ session: title, startsAt, zone }));
  }
}
