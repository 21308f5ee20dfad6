import { emptyForm, erasedFrom } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { EditionDirectory } from '../../editions';
import { Application } from '../dossier/application.entity';
import { Ruling } from '../dossier/ruling.entity';
import { erasures } from './erasures';
import { eraseBytes } from './jobs/erase-bytes.job';
import { eraseDossier } from './jobs/erase-dossier.job';

/**
 * Erases a dossier once its retention is over; before, it only sees to being called again then. The fact of a ruling,
 * its author, its date and the counts of votes stay. The bytes of its files go in a job of the same commit.
 */
@Injectable()
export class EraseDossier {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(applicationId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const application = await tx.lock(Application, applicationId);
      const from = await this.from(tx, application);
      if (!from || application.erasedAt) return;
      const at = this.clock.now();
      if (at < from) return tx.enqueue(eraseDossier, { applicationId }, { dueAt: from });
      const fileIds: string[] = [];
      for (const erase of Object.values(erasures)) fileIds.push(...(await erase(tx, applicationId, at)));
      for (const fileId of fileIds) await this.files.forget(tx, fileId);
      await tx.save(Object.assign(application, { form: emptyForm, referees: null, rework: null, erasedAt: at }));
      if (fileIds.length) await tx.enqueue(eraseBytes, { fileIds });
    });
  }

  /** Queues the erasure of a dossier at the date that is known now. */
  async foresee(tx: Tx, application: Application): Promise<void> {
    const dueAt = await this.from(tx, application);
    if (dueAt) await tx.enqueue(eraseDossier, { applicationId: application.id }, { dueAt });
  }

  private async from(tx: Tx, { id: applicationId, editionId, state, withdrawnAt }: Application): Promise<Date | null> {
    const edition = await this.editions.byId(editionId);
    if (!edition) throw new Error(`application ${applicationId} has lost its edition`);
    const [ruling] = await tx.manager.find(Ruling, { where: { applicationId }, order: { number: 'DESC' }, take: 1 });
    return erasedFrom(
      { state, withdrawnAt, ruling: ruling ?? null, closesAt: edition.applicationsCloseAt },
      { ...edition.definition.admission, timeZone: edition.timeZone },
    );
  }
}
