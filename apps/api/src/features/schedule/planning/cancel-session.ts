import type { InputOf, cancelSession } from '@libretto/contracts';
import { become, sessionProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { EverybodyConcerned } from './everybody-concerned';
import { SessionCancelled } from '../schedule.events';
import { countChange, Session } from '../timetable/session.entity';

@Injectable()
export class CancelSession {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly concerned: EverybodyConcerned,
  ) {}

  /**
   * Cancels a planned session. Marks that were taken stay as rows and count for nobody.
   * Refusals: schedule.no-such-step.
   */
  async run({ params, body }: InputOf<typeof cancelSession>): Promise<void> {
    await this.transaction.run(async (tx) => {
      const session = await tx.lock(Session, params.sessionId);
      if (session.editionId !== params.editionId) throw notFound();
      session.state = orRefuse(become(sessionProcess, session.state, 'cancelled', 'schedule.no-such-step'));
      session.cancelledBecause = body.reason;
      countChange(session, this.clock.now());
      await tx.save(session);
      await tx.publish(new SessionCancelled(session.id, session.editionId, await this.concerned.in(session.editionId)));
    });
  }
}
