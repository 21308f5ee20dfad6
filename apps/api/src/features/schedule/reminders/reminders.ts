import { remindersToCome } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { idOf } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Session } from '../timetable/session.entity';
import { remindAll } from './jobs/remind-all.job';

/** The reminders of sessions. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the reminders of the planned sessions to come, of an edition or of all. One that is set already stays: its id is
   * made of the session and its beginning, so a session that moves gets new ones, and the old ones find it elsewhere.
   */
  async set(of: { editionId?: string }): Promise<void> {
    const now = this.clock.now();
    const sessions = await this.database.read.find(Session, {
      select: { id: true, startsAt: true },
      where: { ...of, state: 'planned', startsAt: MoreThan(now) },
    });
    const runs = sessions.flatMap(({ id: sessionId, startsAt }) =>
      remindersToCome(startsAt, now).map(({ reminder, at: dueAt }) => {
        const payload = { sessionId, startsAt: startsAt.toISOString(), reminder };
        return { id: idOf(`reminder ${Object.values(payload).join(' ')}`), job: remindAll, payload, dueAt };
      }),
    );
    await this.transaction.run((tx) => tx.plan(runs));
  }
}
