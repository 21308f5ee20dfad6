import { type AttendanceMark, lengthInMinutes, type ModuleMode } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { EnrolmentDirectory } from '../../places';
import { Attendance } from './attendance.entity';
import { Session } from '../timetable/session.entity';

/** One session and one person's mark on its closed roll; no mark while the roll is open. */
export interface SessionRecord {
  sessionId: string;
  moduleNumber: number;
  mode: ModuleMode;
  minutes: number;
  title: string;
  startsAt: Date;
  zone: string;
  mark: AttendanceMark | null;
  /** It began before the person was enrolled. */
  isEarlier: boolean;
}

@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Every session of the editions of these enrolments, past and to come, in order, without cancelled ones, which count
   * for nobody. Three statements.
   */
  async records(enrolmentIds: readonly string[]): Promise<Map<string, SessionRecord[]>> {
    const enrolments = await this.enrolments.byIds(enrolmentIds);
    const editionIds = [...new Set([...enrolments.values()].map(({ editionId }) => editionId))];
    const sessions = await this.database.read.find(Session, {
      where: { editionId: In(editionIds), state: Not('cancelled') },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const closed = sessions.filter(({ state }) => state === 'held').map(({ id }) => id);
    const attendances = await this.database.read.findBy(Attendance, {
      enrolmentId: In([...enrolmentIds]),
      sessionId: In(closed),
    });
    const marks = new Map(attendances.map(({ sessionId, enrolmentId, mark }) => [`${sessionId} ${enrolmentId}`, mark]));
    return new Map(
      enrolmentIds.map((enrolmentId) => [
        enrolmentId,
        sessions
          .filter(({ editionId }) => editionId === enrolments.get(enrolmentId)?.editionId)
          .map(({ id, moduleNumber, mode, title, startsAt, endsAt, zone }) => ({
            sessionId: id,
            moduleNumber,
            mode,
            minutes: lengthInMinutes({ startsAt, endsAt }),
            title,
            startsAt,
            zone,
            mark: marks.get(`${id} ${enrolmentId}`) ?? null,
            isEarlier: startsAt < (enrolments.get(enrolmentId)?.enrolledAt ?? startsAt),
          })),
      ]),
    );
  }

  /**
   * The number of sessions of each module in an edition, including cancelled ones, since they are listed as well. One
   * statement.
   */
  async sessionsByModule(editionId: string): Promise<Map<number, number>> {
    const sessions = await this.database.read.find(Session, {
      select: { id: true, moduleNumber: true },
      where: { editionId },
    });
    return new Map(
      [...Map.groupBy(sessions, ({ moduleNumber }) => moduleNumber)].map(([module, own]) => [module, own.length]),
    );
  }

  /** Every mark of these people by session, of any mode and on any roll, open or closed. One statement. */
  async marks(enrolmentIds: readonly string[]): Promise<Map<string, Map<string, AttendanceMark>>> {
    const attendances = await this.database.read.findBy(Attendance, { enrolmentId: In([...enrolmentIds]) });
    return new Map(
      enrolmentIds.map((id) => [
        id,
        new Map(
          attendances.filter(({ enrolmentId }) => enrolmentId === id).map(({ sessionId, mark }) => [sessionId, mark]),
        ),
      ]),
    );
  }
}
