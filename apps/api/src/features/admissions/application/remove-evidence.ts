import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { notFound } from '../../../platform/http/refused';
import { Evidence } from './evidence.entity';
import { lockOwnDraft } from './lock-own-application';

/** Takes one file of evidence out of somebody’s own application, and erases it. */
@Injectable()
export class RemoveEvidence {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
  ) {}

  async run(actor: Actor, editionId: string, evidenceId: string): Promise<void> {
    const fileId = await this.transaction.run(async (tx) => {
      const { id: applicationId } = await lockOwnDraft(tx, actor, editionId);
      const evidence = await tx.manager.findOneBy(Evidence, { id: evidenceId, applicationId });
      if (!evidence) throw notFound();
      await tx.manager.delete(Evidence, { id: evidenceId });
      await this.files.forget(tx, evidence.fileId);
      return evidence.fileId;
    });
    await this.files.erase(fileId);
  }
}
