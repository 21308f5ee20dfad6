import type { InputOf, markMany, ReplyOf } from '@libretto/contracts';
import { type Actor, attendanceOf, joinOpensAt, minutesLateAt, rollIsOpen } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory, Participants } from '../../places';
import { AttendanceTaken } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { Attendance } from './attendance.entity';
import { onRoll } from './on-roll';

@Injectable()
export class MarkMany {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly enrolments: EnrolmentDirectory,
    private readonly participants: Participants,
  ) {}

  /**
   * Writes the same mark for many people on an open roll, over those that are there.
   * Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet.
   */
  run(actor: Actor, { params, body }: InputOf<typeof markMany>): Promise<ReplyOf<typeof markMany>> {
    const { sessionId, editionId } = params;
    const { mark, enrolmentIds, ...conditions } = body;
    return this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const at = this.clock.now();
      orRefuse(rollIsOpen(session, joinOpensAt(session), at));
      const people = enrolmentIds
        ? await this.named(editionId, enrolmentIds)
        : (await this.participants.all(onRoll({ ...params, ...conditions }))).map(({ id }) => id);
      const attendance = attendanceOf(mark, minutesLateAt(session, at));
      const taken = { ...attendance, byAccountId: actor.accountId, at };
      const marks = people.map((enrolmentId) => ({ id: newId(), sessionId, enrolmentId, ...taken }));
      await tx.put(Attendance, ['sessionId', 'enrolmentId'], ...marks);
      await tx.publish(new AttendanceTaken(sessionId));
      return { people: people.length, minutesLate: attendance.minutesLate };
    });
  }

  private async named(editionId: string, ids: readonly string[]): Promise<string[]> {
    const enrolments = await this.enrolments.byIds(ids);
    if (ids.some((id) => enrolments.get(id)?.editionId !== editionId)) throw notFound();
    return [...enrolments.keys()];
  }
}
