import type { InputOf, moveSession } from '@libretto/contracts';
import { move } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Attendance } from '../attendance/attendance.entity';
import { EverybodyConcerned } from './everybody-concerned';
import { SessionMoved } from '../schedule.events';
import { countChange, Session } from '../timetable/session.entity';
import { Timetabler } from './timetabler';

@Injectable()
export class MoveSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
    private readonly concerned: EverybodyConcerned,
  ) {}

  /**
   * Moves a planned session; parts of the place that the wish leaves out stay as they were.
   * Refusals: schedule.no-such-local-time, schedule.no-such-zone, schedule.ends-before-it-starts, schedule.too-long,
   * schedule.starts-in-the-past, schedule.outside-the-edition, schedule.room-missing, schedule.link-missing,
   * schedule.room-too-small, schedule.room-taken, schedule.no-such-provider, schedule.roll-closed,
   * schedule.session-cancelled, schedule.roll-begun.
   */
  async run({ params, body }: InputOf<typeof moveSession>): Promise<void> {
    const { editionId, sessionId } = params;
    const edition = orNotFound(await this.editions.byId(editionId));
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      // Somebody who is excused beforehand is no roll that has begun.
      const rollHasBegun = await tx.manager.existsBy(Attendance, { sessionId, mark: Not('excused') });
      orRefuse(move(session, rollHasBegun));
      const wish = this.timetabler.wishOf(session, body);
      const bookings = await this.timetabler.hold(tx, [wish.roomId ?? []].flat());
      const place = this.timetabler.place(edition, session.mode, wish, bookings, sessionId);
      Object.assign(session, orRefuse(place));
      countChange(session, this.clock.now());
      await tx.save(session);
      await tx.publish(new SessionMoved(sessionId, editionId, await this.concerned.in(editionId)));
    });
  }
}
