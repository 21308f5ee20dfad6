import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { notFound } from '../../../platform/http/refused';
import { Evidence, inHand } from './evidence.entity';
import { lockOwnDraft } from './lock-own-application';

/** Takes one file of evidence out of somebody’s own application. It is erased, unless it was submitted: then earlier versions keep it. */
@Injectable()
export class RemoveEvidence {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
  ) {}

  async run(actor: Actor, editionId: string, evidenceId: string): Promise<void> {
    const fileId = await this.transaction.run(async (tx) => {
      const { id: applicationId, state } = await lockOwnDraft(tx, actor, editionId);
      const evidence = await tx.manager.findOneBy(Evidence, { id: evidenceId, applicationId, standing: In([...inHand]) });
      if (!evidence) throw notFound();
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
