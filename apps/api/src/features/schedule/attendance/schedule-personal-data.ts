import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { Session } from '../timetable/session.entity';

/** The personal data in the schedule, for its person: attendance and corrections. */
@Injectable()
export class SchedulePersonalData {
  constructor(private readonly database: Database) {}

  /** Three statements. */
  async about(enrolmentIds: readonly string[]) {
    const { read } = this.database;
    const of = { enrolmentId: In([...enrolmentIds]) };
    const attendances = await read.find(Attendance, { where: of, order: { at: 'ASC' } });
    const changes = await read.find(AttendanceChange, { where: of, order: { at: 'ASC' } });
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
}
