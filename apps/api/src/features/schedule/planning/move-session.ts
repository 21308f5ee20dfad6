import type { InputOf, moveSession } from '@libretto/contracts';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { Attendance } from '../attendance/attendance.entity';
import { EverybodyConcerned } from './everybody-concerned';
import { SessionMoved } from '../schedule.events';
import { Session } from '../timetable/session.entity';
import { Timetabler } from './timetabler';

@Injectable()
export class MoveSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly timetabler: Timetabler,
    private readonly concerned: EverybodyConcerned,
  ) {}

  /**
   * Moves a planned session; parts of the place that the wish leaves out stay as they were.
   * Refusals: schedule.no-such-local-time, schedule.no-such-zone, schedule.ends-before-it-starts, schedule.too-long,
   * schedule.starts-in-the-past, schedule.outside-the-edition, schedule.room-missing, schedule.link-missing,
   * schedule.room-too-small, schedule.room-taken, schedule.roll-closed, schedule.session-cancelled,
   * schedule.roll-begun.
   */
  async run({ params, body }: InputOf<typeof moveSession>): Promise<void> {
    const { editionId, sessionId } = params;
    const edition = orNotFound(await this.editions.byId(editionId));
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, sessionId);
      if (session.editionId !== editionId) throw notFound();
      if (session.state === 'held') throw new Refused(refuse('schedule.roll-closed'));
      if (session.state === 'cancelled') throw new Refused(refuse('schedule.session-cancelled'));
      if (await tx.manager.existsBy(Attendance, { sessionId })) throw new Refused(refuse('schedule.roll-begun'));
      const { roomId, joinUrl } = session;
      const wish = { roomId: roomId ?? undefined, joinUrl: joinUrl ?? undefined, ...body };
      Object.assign(session, await this.timetabler.place(tx, edition, session.mode, wish, sessionId));
      await tx.save(session);
      await tx.publish(new SessionMoved(sessionId, editionId, await this.concerned.in(editionId)));
    });
  }
}
