import type { ProgrammeDefinition } from '@libretto/contracts';
import type { Attendance as Mark } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import type { Tx } from '../../../platform/database/transaction';
import { type Hand, Ledger } from '../../workload';
import { RollClosed } from '../schedule.events';
import type { Session } from '../timetable/session.entity';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { contactOf } from './close-roll';

/** The mark that somebody gets. */
export interface Given extends Mark {
  readonly enrolmentId: string;
}

/** Writes over marks of closed rolls: the old ones stay on record, and the ledger reverses its entries. */
@Injectable()
export class Corrections {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Corrects these people's marks at one session. Those who have them already are left as they are. The caller has locked
   * the session and asked the rules. Answers whose mark has changed.
   */
  async write(
    tx: Tx,
    session: Session,
    given: readonly Given[],
    by: Required<Hand>,
    { attendance: terms }: Pick<ProgrammeDefinition, 'attendance'>,
  ): Promise<string[]> {
    const { id: sessionId } = session;
    const people = given.map(({ enrolmentId }) => enrolmentId);
    const there = new Map(
      (await tx.manager.findBy(Attendance, { sessionId, enrolmentId: In(people) })).map((one) => [
        one.enrolmentId,
        one,
      ]),
    );
    const changed = given.filter(({ enrolmentId, mark, minutesLate }) => {
      const old = there.get(enrolmentId);
      return old?.mark !== mark || old.minutesLate !== minutesLate;
    });
    if (!changed.length) return [];
    const taken = { sessionId, byAccountId: by.accountId, at: this.clock.now() };
    await tx.insert(
      AttendanceChange,
      changed.map(({ enrolmentId, mark: to }) => {
        const from = there.get(enrolmentId)?.mark ?? null;
        return { id: newId(), enrolmentId, from, to, reason: by.reason, ...taken };
      }),
    );
    await tx.put(
      Attendance,
      ['sessionId', 'enrolmentId'],
      ...changed.map(({ enrolmentId, mark, minutesLate }) => ({
        id: newId(),
        enrolmentId,
        mark,
        minutesLate,
        ...taken,
      })),
    );
    await this.ledger.restate(
      tx,
      changed.map((one) => contactOf(session, one, terms)),
      by,
    );
    const ids = changed.map(({ enrolmentId }) => enrolmentId);
    await tx.publish(new RollClosed(sessionId, ids));
    return ids;
  }
}
