import { type Actor, assign, movesBetween, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { allow, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { DossiersAssigned } from '../dossier/admissions.events';
import { mayAssignDossiers } from '../dossier/admissions.policy';
import { Application } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { AssignmentRun } from './assignment-run.entity';
import { Assignment } from './assignment.entity';
import { beingRead, readingStand } from './reading-stand';

/** Spreads the dossiers of an edition over its members, run after run: each run moves as little as possible. */
@Injectable()
export class AssignDossiers {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.assignment-stands. */
  async run(actor: Actor, editionId: string, { readBy }: { readBy: string }): Promise<{ id: string }> {
    const id = newId();
    await this.transaction.run(async (tx) => {
      allow(mayAssignDossiers(actor, { editionId }));
      // Two runs at once go one after the other: the second sees the first one's assignments.
      await this.editions.lock(tx, editionId);
      const applications = await tx.lockAll(Application, { editionId, state: In([...beingRead]) });
      const panel = await this.panels.of(
        editionId,
        applications.map(({ accountId }) => accountId),
      );
      const { dossiers, members, before } = await readingStand(tx.manager, editionId, panel, applications);
      const moves = movesBetween(before, assign(dossiers, members, before).assigned);
      if (!moves.given.length && !moves.gone.length) throw new Refused(refuse('admissions.assignment-stands'));
      const number = 1 + (await tx.manager.countBy(AssignmentRun, { editionId }));
      await tx.insert(AssignmentRun, { id, editionId, number, byId: actor.accountId, at: this.clock.now(), readBy });
      await this.end(tx, moves.gone as Assignment[]);
      await tx.insert(
        Assignment,
        moves.given.map((one) => ({ id: newId(), ...one, runId: id })),
      );
      await tx.publish(new DossiersAssigned(id, [...new Set(moves.given.map(({ accountId }) => accountId))]));
    });
    return { id };
  }

  private async end(tx: Tx, gone: readonly Assignment[]): Promise<void> {
    if (gone.length) await tx.manager.delete(Assignment, { id: In(gone.map(({ id }) => id)) });
  }
}
