import { type Actor, unpin } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/http/refused';
import { Application } from '../application/application.entity';
import { Recusals } from '../commission/recusals';
import { Conflict } from './conflict.entity';

/** Ends a pinned conflict, with a reason. Why it was pinned stays on record beside it. */
@Injectable()
export class UnpinConflict {
  constructor(
    private readonly transaction: Transaction,
    private readonly recusals: Recusals,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { editionId, conflictId }: { editionId: string; conflictId: string }, reason: string): Promise<void> {
    const closed = await this.recusals.of(actor.accountId, editionId);
    await this.transaction.run(async (tx) => {
      // The application first, as everybody locks it.
      const { applicationId } = orNotFound(await tx.manager.findOneBy(Conflict, { id: conflictId }));
      const application = await tx.lock(Application, applicationId);
      const conflict = await tx.lock(Conflict, conflictId);
      // Nor does anybody unpin a conflict of their own: they do not know of it.
      if (application.editionId !== editionId || closed.has(application.id)) throw notFound();
      orRefuse(unpin({ ground: conflict.ground, hasEnded: conflict.endedAt !== null }));
      await tx.save(Object.assign(conflict, { endedAt: this.clock.now(), endedById: actor.accountId, endedBecause: reason }));
    });
  }
}
