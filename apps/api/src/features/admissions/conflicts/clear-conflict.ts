import { type Actor, clear } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { Application } from '../dossier/application.entity';
import { Recusals } from '../dossier/recusals';
import { Conflict } from '../dossier/conflict.entity';

/** Clears a pinned conflict or an applicant's claim, with a reason. Its former reason stays on record beside it. */
@Injectable()
export class ClearConflict {
  constructor(
    private readonly transaction: Transaction,
    private readonly recusals: Recusals,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.conflict-stays, admissions.own-conflict. */
  async run(
    actor: Actor,
    { editionId, conflictId }: { editionId: string; conflictId: string },
    reason: string,
  ): Promise<void> {
    const closed = await this.recusals.of(actor.accountId, editionId);
    await this.transaction.run(async (tx) => {
      // The application is locked first, as everywhere.
      const { applicationId } = orNotFound(await tx.manager.findOneBy(Conflict, { id: conflictId }));
      const application = await tx.lock(Application, applicationId);
      const conflict = await tx.lock(Conflict, conflictId);
      // Nobody clears a conflict of their own, since they do not know of it. They do know of a claim, and answer it.
      if (application.editionId !== editionId || closed.has(application.id)) throw notFound();
      orRefuse(
        clear({
          ground: conflict.ground,
          hasEnded: conflict.endedAt !== null,
          isOwn: conflict.accountId === actor.accountId,
        }),
      );
      await tx.save(
        Object.assign(conflict, { endedAt: this.clock.now(), endedById: actor.accountId, endedBecause: reason }),
      );
    });
  }
}
