import { type AttendanceMark, lengthInMinutes, type ModuleMode } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import type { EnrolmentCard } from '../../places';
import { Timetable } from '../timetable/timetable';
import { Attendance } from './attendance.entity';

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

type Enrolled = Pick<EnrolmentCard, 'id' | 'editionId' | 'enrolledAt'>;

@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly database: Database,
    private readonly timetable: Timetable,
  ) {}

  /**
   * Every session of the editions of these enrolments, past and to come, in order, without cancelled ones, which count
   * for nobody. One statement.
   */
  async records(enrolments: readonly Enrolled[]): Promise<Map<string, SessionRecord[]>> {
    const editionIds = [...new Set(enrolments.map(({ editionId }) => editionId))];
    const [marks, ...sessions] = await Promise.all([
      this.marks(enrolments.map(({ id }) => id)),
      ...editionIds.map((id) => this.timetable.ofEdition(id)),
    ]);
    const counted = new Map(
      editionIds.map((id, at) => [id, (sessions[at] ?? []).filter(({ state }) => state !== 'cancelled')]),
    );
    return new Map(
      enrolments.map(({ id: enrolmentId, editionId, enrolledAt }) => [
        enrolmentId,
        (counted.get(editionId) ?? []).map(({ id, moduleNumber, mode, title, startsAt, endsAt, zone, state }) => ({
          sessionId: id,
          moduleNumber,
          mode,
          minutes: lengthInMinutes({ startsAt, endsAt }),
          title,
          startsAt,
          zone,
          mark: (state === 'held' && marks.get(enrolmentId)?.get(id)) || null,
          isEarlier: startsAt < enrolledAt,
        })),
      ]),
    );
  }

  /**
   * The number of sessions of each module in an edition, including cancelled ones, since they are listed as well. One
   * statement.
   */
  async sessionsByModule(editionId: string): Promise<Map<number, number>> {
    const sessions = await this.timetable.ofEdition(editionId);
    return new Map(
      [...Map.groupBy(sessions, ({ moduleNumber }) => moduleNumber)].map(([module, own]) => [module, own.length]),
    );
  }

  /** Every mark of these people by session, of any mode and on any roll, open or closed. One statement. */
  async marks(enrolmentIds: readonly string[]): Promise<Map<string, Map<string, AttendanceMark>>> {
    const attendances = await this.database.rows(
      rowsOf(
        Attendance,
        'WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { columns: ['enrolmentId', 'sessionId', 'mark'] },
      ),
    );
    const byEnrolment = Map.groupBy(attendances, ({ enrolmentId }) => enrolmentId);
    return new Map(
      [...byEnrolment].map(([id, own]) => [id, new Map(own.map(({ sessionId, mark }) => [sessionId, mark]))]),
    );
  }
}
