import type { extendProjectDeadline, InputOf } from '@libretto/contracts';
import { type Actor, extendDeadline } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { deadlinesOf, endOfDay, runningAttempt } from '../work/deadlines';
import { ProjectDeadline } from '../work/project-deadline.entity';

/** Gives everybody more time, with a reason that everybody reads. */
@Injectable()
export class ExtendDeadline {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
  ) {}

  /** Refusals: project-work.deadline-not-later, project-work.deadline-in-the-past. */
  async run(
    actor: Actor,
    editionId: string,
    { lastDay, reason }: InputOf<typeof extendProjectDeadline>['body'],
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      // The second of two coordinators sees the first one's deadline.
      const edition = await this.editions.lock(tx, editionId);
      const now = this.clock.now();
      const attempt = await runningAttempt(tx.manager, editionId);
      const current = (await deadlinesOf(tx.manager, edition))(attempt).until;
      const to = orRefuse(extendDeadline(current, endOfDay(lastDay, edition.timeZone), now));
      await tx.insert(ProjectDeadline, {
        id: newId(),
        editionId,
        attempt,
        until: to,
        reason,
        setBy: actor.accountId,
        at: now,
      });
    });
  }
}
