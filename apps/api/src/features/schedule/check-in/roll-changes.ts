import type { RollChanges as Changes } from '@libretto/contracts';
import { isSentLater } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { cellsOf, instantIn, rowsOf } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { Attendance } from '../attendance/attendance.entity';
import { Arrival } from './arrival.entity';

/** A mark may be committed so long after the time that it has: it is read again meanwhile. */
const overlapMs = 10_000;
/** A list that was just read arrived within this time. */
const justReadMs = 120_000;

@Injectable()
export class RollChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** The marks given since a moment, and the check-ins to look at: two statements, however many there are. */
  async read({ editionId, sessionId }: { editionId: string; sessionId: string }, since?: string): Promise<Changes> {
    const [enrolled, [roll], marks, arrivals] = await Promise.all([
      this.enrolments.countIn(editionId),
      this.database.rows(rollOf(sessionId)),
      this.marks(sessionId, since ? Date.parse(since) - overlapMs : this.clock.now().getTime() - justReadMs),
      this.database.rows(toLookAt(sessionId)),
    ]);
    const people = await this.people.byIds(arrivals.map(({ accountId }) => String(accountId)));
    const onDevice = Map.groupBy(arrivals, ({ device }) => device);
    const nameOf = (arrival: { accountId: unknown }) => people.get(String(arrival.accountId))?.name ?? '';
    const notes = arrivals.map((arrival) => ({
      enrolmentId: arrival.enrolmentId,
      scannedAt: arrival.scannedAt.toISOString(),
      sentLaterSeconds: isSentLater(arrival.scannedAt, arrival.arrivedAt)
        ? Math.round((arrival.arrivedAt.getTime() - arrival.scannedAt.getTime()) / 1000)
        : null,
      sharedWith: (onDevice.get(arrival.device) ?? []).filter((other) => other !== arrival).map(nameOf),
      isAway: arrival.wasNear === false,
    }));
    return {
      until: roll?.newest ? instantIn(roll.newest).toISOString() : null,
      enrolled,
      missing: enrolled - Number(roll?.marked),
      marks,
      notes: notes.filter(
        ({ sentLaterSeconds, sharedWith, isAway }) => sentLaterSeconds !== null || sharedWith.length > 0 || isAway,
      ),
    };
  }

  private marks(sessionId: string, since: number) {
    return this.database.rows(
      rowsOf(
        Attendance,
        'WHERE it.sessionId = :sessionId AND it.at >= :since',
        { sessionId, since: new Date(since) },
        { columns: ['enrolmentId', 'mark', 'minutesLate'] },
      ),
    );
  }
}

const rollOf = (sessionId: string) =>
  cellsOf({ marked: 'COUNT(*)', newest: 'MAX(at)' }, 'FROM attendance WHERE sessionId = :sessionId', { sessionId });

/** Check-ins that were kept for a while, were not near, or of which another one came from the same device. */
const toLookAt = (sessionId: string) =>
  rowsOf(
    Arrival,
    `JOIN enrolment ON enrolment.id = it.enrolmentId
    WHERE it.sessionId = :sessionId AND (it.scannedAt <> it.arrivedAt OR it.wasNear = false OR EXISTS (
      SELECT 1 FROM arrival other WHERE other.sessionId = it.sessionId AND other.device = it.device AND other.id <> it.id))`,
    { sessionId },
    {
      columns: ['enrolmentId', 'device', 'scannedAt', 'arrivedAt', 'wasNear'],
      beside: { accountId: 'enrolment.accountId' },
      by: ['scannedAt'],
    },
  );
