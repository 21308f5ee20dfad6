import { type Actor, applicationProcess, asItLiesBefore, become, declare } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Application } from '../dossier/application.entity';
import { Assignment } from '../assignment/assignment.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { decidesOn } from '../dossier/deliberation';
import { Declaration } from '../dossier/declaration.entity';

/**
 * A member declares whether they are in conflict with applicants. The first declaration of no conflict begins the
 * review.
 */
@Injectable()
export class DeclareConflicts {
  constructor(
    private readonly transaction: Transaction,
    private readonly panels: CommissionPanels,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.already-declared, admissions.not-before-commission. */
  async run(
    { accountId }: Actor,
    editionId: string,
    { applicationIds, conflict }: { applicationIds: readonly string[]; conflict: { reason: string } | null },
  ): Promise<void> {
    const wanted = { id: In([...applicationIds]), editionId };
    await this.transaction.run(async (tx) => {
      const applications = await tx.lockAll(Application, wanted);
      if (applications.length !== new Set(applicationIds).size) throw notFound();
      const { panel, record } = await this.panels.beside(editionId, applications);
      const { declarations } = record;
      const readings = applications.map((application) => panel.readingOf(accountId, application, declarations));
      // Checked before anything is said about the others: among several, too, a closed dossier does not exist.
      if (readings.some((reading) => reading === 'outside' || reading === 'in-conflict')) throw notFound();
      for (const [index, application] of applications.entries()) {
        const { state } = asItLiesBefore(application, () => decidesOn(accountId, application, panel, record));
        orRefuse(declare({ state, reading: readings[index] ?? 'outside' }, { inConflict: conflict !== null }));
        const word = { inConflict: conflict !== null, reason: conflict?.reason ?? null, at: this.clock.now() };
        const mine = { applicationId: application.id, accountId };
        const hasDeclared = declarations.some(
          (one) => one.applicationId === application.id && one.accountId === accountId,
        );
        if (hasDeclared) await tx.manager.update(Declaration, mine, word);
        else await tx.insert(Declaration, { id: newId(), ...mine, ...word });
        if (conflict) await tx.manager.delete(Assignment, mine);
        if (!conflict && application.state === 'submitted') {
          application.state = orRefuse(
            become(applicationProcess, application.state, 'under-review', 'admissions.no-such-step'),
          );
          await tx.save(application);
        }
      }
    });
  }
}
