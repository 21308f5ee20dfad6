import { type Actor, pin } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Application } from '../dossier/application.entity';
import { Assignment } from '../assignment/assignment.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { Recusals } from '../dossier/recusals';
import { Conflict } from '../dossier/conflict.entity';

/**
 * Pins a conflict that nobody declared and the platform cannot know of. From then on the dossier does not exist for the
 * member.
 */
@Injectable()
export class PinConflict {
  constructor(
    private readonly transaction: Transaction,
    private readonly recusals: Recusals,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.not-a-member, admissions.already-pinned. */
  async run(
    actor: Actor,
    editionId: string,
    { applicationId, accountId, reason }: { applicationId: string; accountId: string; reason: string },
  ): Promise<{ id: string }> {
    const closed = await this.recusals.of(actor.accountId, editionId);
    const id = newId();
    await this.transaction.run(async (tx) => {
      // Locked, so that a vote or a ruling either comes before the pin or sees it.
      const application = await tx.lock(Application, applicationId);
      if (application.editionId !== editionId || !application.submittedAt || closed.has(applicationId))
        throw notFound();
      const panel = await this.panels.of(editionId, []);
      const pinned = { applicationId, accountId, ground: 'pinned' as const };
      const isPinned = await tx.manager.existsBy(Conflict, { ...pinned, endedAt: IsNull() });
      orRefuse(pin({ isMember: panel.members.some((member) => member.accountId === accountId), isPinned }));
      const number = 1 + (await tx.manager.countBy(Conflict, pinned));
      const stands = { endedAt: null, endedById: null, endedBecause: null };
      await tx.insert(Conflict, {
        id,
        ...pinned,
        number,
        reason,
        byId: actor.accountId,
        at: this.clock.now(),
        ...stands,
      });
      await tx.manager.delete(Assignment, { applicationId, accountId });
    });
    return { id };
  }
}
