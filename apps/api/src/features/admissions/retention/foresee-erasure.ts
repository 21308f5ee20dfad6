import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { ApplicationRuled, ApplicationStarted, ApplicationWithdrawn } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { EraseDossier } from './erase-dossier';

/** A draft has begun, or an application has come to an end: from then on the date of erasure is known. */
@ReactsTo(ApplicationStarted, ApplicationWithdrawn, ApplicationRuled)
export class ForeseeErasure implements Reaction<ApplicationStarted | ApplicationWithdrawn | ApplicationRuled> {
  constructor(private readonly erasing: EraseDossier) {}

  async react({ applicationId: id }: { applicationId: string }, tx: Tx): Promise<void> {
    await this.erasing.foresee(tx, await tx.manager.findOneByOrFail(Application, { id }));
  }
}
