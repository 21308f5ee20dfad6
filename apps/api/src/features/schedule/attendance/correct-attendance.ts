import type { correctAttendance, InputOf } from '@libretto/contracts';
import { type Actor, mayCorrectRoll, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { Ledger } from '../../workload';
import { AttendanceChange } from './attendance-change.entity';
import { Attendance } from './attendance.entity';
import { contactOf } from './close-roll';
import { RollClosed } from '../schedule.events';
import { mayCorrectOldRoll } from '../schedule.policy';
import { Session } from '../timetable/session.entity';

@Injectable()
export class CorrectAttendance {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Corrects a mark of a closed roll: the old one and the reason stay on record, the ledger reverses its entry.
   * Refusals: schedule.roll-still-open, schedule.roll-final, schedule.same-mark.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof correctAttendance>): Promise<void> {
    const { editionId, sessionId, enrolmentId } = params;
    const { mark, reason } = body;
    const minutesLate = mark === 'late' ? (body.minutesLate ?? 0) : 0;
    const { definition } = orNotFound(await this.editions.byId(editionId));
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    if (enrolment?.editionId !== editionId) throw notFound();
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const at = this.clock.now();
      orRefuse(mayCorrectRoll(session.rollClosedAt, { coordinator: mayCorrectOldRoll(actor, { editionId }) }, at));
      const by = { byAccountId: actor.accountId, at };
      const there = await tx.manager.findOneBy(Attendance, { sessionId, enrolmentId });
      if (there?.mark === mark && there.minutesLate === minutesLate) throw new Refused(refuse('schedule.same-mark'));
      const change = { id: newId(), sessionId, enrolmentId, from: there?.mark ?? null, to: mark, reason, ...by };
      await tx.insert(AttendanceChange, change);
      if (there) await tx.save(Object.assign(there, { mark, minutesLate, ...by }));
      else await tx.insert(Attendance, { id: newId(), sessionId, enrolmentId, mark, minutesLate, ...by });
      const statement = contactOf(session, { enrolmentId, mark, minutesLate }, definition.attendance);
      await this.ledger.restate(tx, statement, { accountId: actor.accountId, reason });
      await tx.publish(new RollClosed(sessionId, [enrolmentId]));
    });
  }
}
