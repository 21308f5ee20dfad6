import type { InputOf, sayWhetherNear } from '@libretto/contracts';
import { type Actor, asksWhetherNear, mayCheckIn, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { AttendanceTaken } from '../schedule.events';
import { Room } from '../timetable/room.entity';
import { Session } from '../timetable/session.entity';
import { Arrival } from './arrival.entity';

@Injectable()
export class SayWhetherNear {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /**
   * Keeps what the device of somebody who is in said of the venue: near or not, never where it is. Whoever was near once
   * has been there.
   * Refusals: check-in.not-in, check-in.no-radius, check-in.too-early, check-in.over, schedule.session-cancelled,
   * editions.is-closed.
   */
  async run({ accountId }: Actor, { params, body }: InputOf<typeof sayWhetherNear>): Promise<void> {
    const { editionId, sessionId } = params;
    const enrolments = await this.enrolments.ofPerson(accountId);
    const own = enrolments.find((enrolment) => enrolment.editionId === editionId);
    if (!own) throw notFound();
    await this.transaction.run(async (tx) => {
      const session = await this.editions.holdWithin(tx, Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      orRefuse(mayCheckIn(session, this.clock.now()));
      const room = session.roomId === null ? null : await tx.manager.findOneBy(Room, { id: session.roomId });
      if (!room || !asksWhetherNear(room)) throw new Refused(refuse('check-in.no-radius'));
      const there = await tx.manager.findOneBy(Arrival, { sessionId, enrolmentId: own.id });
      if (!there) throw new Refused(refuse('check-in.not-in'));
      const arrival = await tx.lock(Arrival, there.id);
      if (arrival.wasNear) return;
      await tx.save(Object.assign(arrival, { wasNear: body.isNear }));
      await tx.publish(new AttendanceTaken(sessionId));
    });
  }
}
