import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { ReturnLapsed } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { DossierReturn } from './dossier-return.entity';
import { resumeReview } from './resume-review';
import { ReturnQuestion } from './return-question.entity';

/**
 * Hands a dossier whose questions nobody answered back to the commission, as it was submitted last: changes and files
 * added meanwhile are dropped, files taken out are back. An answered or withdrawn one is left alone.
 */
@Injectable()
export class HandBackUnanswered {
  constructor(
    private readonly transaction: Transaction,
    private readonly panels: CommissionPanels,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(returnId: string): Promise<void> {
    const unsent = await this.transaction.run(async (tx) => {
      const { applicationId } = await tx.manager.findOneByOrFail(DossierReturn, { id: returnId });
      const application = await tx.lock(Application, applicationId);
      const asked = await tx.lock(DossierReturn, returnId);
      if (application.state !== 'returned' || asked.answeredAt || asked.lapsedAt) return [];
      await resumeReview(tx, this.panels, application);
      await tx.save(Object.assign(application, { rework: null }), Object.assign(asked, { lapsedAt: this.clock.now() }));
      await tx.manager.update(ReturnQuestion, { returnId }, { answer: '' });
      const fileIds = await this.undoEvidence(tx, applicationId);
      await tx.publish(new ReturnLapsed(applicationId, returnId));
      return fileIds;
    });
    for (const fileId of unsent) await this.files.erase(fileId);
  }

  /** The ids of the files that only the applicant has seen. */
  private async undoEvidence(tx: Tx, applicationId: string): Promise<string[]> {
    await tx.manager.update(Evidence, { applicationId, standing: 'taken-out' }, { standing: 'in' });
    const added = await tx.manager.findBy(Evidence, { applicationId, standing: 'added' });
    for (const { id, fileId } of added) {
      await tx.manager.delete(Evidence, { id });
      await this.files.forget(tx, fileId);
    }
    return added.map(({ fileId }) => fileId);
  }
}
