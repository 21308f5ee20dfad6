import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { AppealWindow } from '../appeal/appeal-window';
import { Evidence, inHand } from '../dossier/evidence.entity';
import { lockOwnApplication } from '../dossier/lock-own-application';

/**
 * Takes one file of evidence out of the actor's own application. It is erased unless it was submitted: then earlier
 * versions keep it.
 */
@Injectable()
export class RemoveEvidence {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly clerk: AppealWindow,
    private readonly files: FileStore,
  ) {}

  /** Refusals: admissions.not-editable. */
  async run(actor: Actor, editionId: string, evidenceId: string): Promise<void> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const fileId = await this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      const { id: applicationId, state } = application;
      const { ofAppeal } = await this.clerk.evidenceFor(application, edition);
      const evidence = orNotFound(
        await tx.manager.findOneBy(Evidence, { id: evidenceId, applicationId, ofAppeal, standing: In([...inHand]) }),
      );
      if (state === 'returned' && evidence.standing === 'in') {
        await tx.save(Object.assign(evidence, { standing: 'taken-out' }));
        return null;
      }
      await tx.manager.delete(Evidence, { id: evidenceId });
      await this.files.forget(tx, evidence.fileId);
      return evidence.fileId;
    });
    if (fileId) await this.files.erase(fileId);
  }
}
