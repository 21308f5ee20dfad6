import type { correctAttendance, InputOf } from '@libretto/contracts';
import { type Actor, attendanceOf, mayCorrectRoll, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { mayCorrectOldRoll } from '../schedule.policy';
import { Session } from '../timetable/session.entity';
import { Corrections } from './corrections';

@Injectable()
export class CorrectAttendance {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly corrections: Corrections,
  ) {}

  /**
   * Gives these people at these sessions the same mark, for one reason: all of them, or nobody.
   * Refusals: schedule.session-cancelled, schedule.roll-still-open, schedule.roll-final, schedule.same-mark.
   */
  async run(actor: Actor, { params, body }: InputOf<typeof correctAttendance>): Promise<void> {
    const { editionId } = params;
    const { marks, reason } = body;
    const attendance = attendanceOf(body.mark, body.minutesLate);
    const { definition } = orNotFound(await this.editions.byId(editionId));
    const peopleAt = Map.groupBy(marks, ({ sessionId }) => sessionId);
    const people = new Set(marks.map(({ enrolmentId }) => enrolmentId));
    await this.transaction.run(async (tx) => {
      const sessions = await tx.lockByIds(Session, [...peopleAt.keys()]);
      // Locked at once, so that two corrections never wait for each other's people.
      const enrolments = await this.enrolments.lock(tx, [...people]);
      const known = [...sessions, ...enrolments].filter((one) => one.editionId === editionId);
      if (known.length < peopleAt.size + people.size) throw notFound();
      const coordinator = mayCorrectOldRoll(actor, { editionId });
      for (const session of sessions) orRefuse(mayCorrectRoll(session, { coordinator }, this.clock.now()));
      let changed = 0;
      for (const session of sessions) {
        const ids = new Set(peopleAt.get(session.id)?.map(({ enrolmentId }) => enrolmentId));
        const given = [...ids].map((enrolmentId) => ({ enrolmentId, ...attendance }));
        const by = { accountId: actor.accountId, reason };
        changed += (await this.corrections.write(tx, session, given, by, definition)).length;
      }
      if (!changed) throw new Refused(refuse('schedule.same-mark'));
    });
  }
}
