import type { closeRoll as closeRollRoute, InputOf } from '@libretto/contracts';
import { type Actor, become, closeRoll, contactMinutes, dayOf, sessionProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { Ledger, type Statement } from '../../workload';
import { Attendance } from './attendance.entity';
import { RollClosed } from '../schedule.events';
import { Session } from '../timetable/session.entity';

@Injectable()
export class CloseRoll {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Closes a roll that is complete. Contact minutes go into the ledger in the same commit.
   * Refusals: schedule.session-cancelled, schedule.roll-closed, schedule.roll-not-open-yet, schedule.roll-incomplete.
   */
  async run(actor: Actor, { params }: InputOf<typeof closeRollRoute>): Promise<void> {
    const { editionId, sessionId } = params;
    const { definition } = orNotFound(await this.editions.byId(editionId));
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      const enrolled = await this.enrolments.allOf(editionId);
      const onRoll = new Set(enrolled.map(({ id }) => id));
      const marks = (await tx.manager.findBy(Attendance, { sessionId })).filter(({ enrolmentId }) =>
        onRoll.has(enrolmentId),
      );
      const marked = new Set(marks.map(({ enrolmentId }) => enrolmentId));
      // Somebody who was enrolled after it began may have come, but needs no mark.
      const unmarked = enrolled.filter(
        ({ id, enrolledAt }) => !marked.has(id) && enrolledAt <= session.startsAt,
      ).length;
      orRefuse(closeRoll(session, marked.size + unmarked, marked.size, this.clock.now()));
      session.state = orRefuse(become(sessionProcess, session.state, 'held', 'schedule.no-such-step'));
      session.rollClosedAt = this.clock.now();
      session.rollClosedBy = actor.accountId;
      await tx.save(session);
      const statements = marks.map((attendance) => contactOf(session, attendance, definition.attendance));
      await this.ledger.write(tx, statements, { accountId: actor.accountId });
      await tx.publish(
        new RollClosed(
          sessionId,
          marks.map(({ enrolmentId }) => enrolmentId),
        ),
      );
    });
  }
}

/** The ledger's entry for a mark. */
export const contactOf = (
  session: Session,
  { enrolmentId, ...attendance }: Pick<Attendance, 'enrolmentId' | 'mark' | 'minutesLate'>,
  terms: Parameters<typeof contactMinutes>[2],
): Statement => ({
  enrolmentId,
  moduleNumber: session.moduleNumber,
  kind: 'contact',
  minutes: contactMinutes(attendance, session, terms),
  day: dayOf(session.startsAt, session.zone),
  source: 'roll',
  sourceId: session.id,
});
