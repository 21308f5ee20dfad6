import { type Actor, emptyForm, refuse, start, takesApplications } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse, Refused } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { ApplicationStarted } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { mayReadDesk } from '../dossier/admissions.policy';

/** Starts the actor's application in an edition, as a draft. */
@Injectable()
export class StartApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.not-open, admissions.already-applied, admissions.sits-in-commission. */
  async run(actor: Actor, editionId: string): Promise<{ id: string }> {
    const edition = await this.editions.byId(editionId);
    if (!edition || edition.state === 'draft') throw notFound();
    const startedAt = this.clock.now();
    const sitsInCommission = mayReadDesk(actor, { editionId });
    // Whether there is one already, the database says.
    orRefuse(start({ hasApplied: false, sitsInCommission, takesApplications: takesApplications(edition, startedAt) }));
    const id = newId();
    const nothingYet = {
      state: 'draft' as const,
      round: 1 as const,
      form: emptyForm,
      rework: null,
      version: 0,
      submittedAt: null,
      answeredAt: null,
      institutionId: null,
      country: null,
    };
    try {
      await this.transaction.run(async (tx) => {
        await tx.insert(Application, { id, editionId, accountId: actor.accountId, startedAt, ...nothingYet });
        await tx.publish(new ApplicationStarted(id));
      });
    } catch (error) {
      throw isUniqueViolation(error) ? new Refused(refuse('admissions.already-applied')) : error;
    }
    return { id };
  }
}
