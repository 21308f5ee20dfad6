import type { Reaction, Tx } from '../../platform/database/transaction';
import { FileStore } from '../../platform/files/file-store';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { eraseCopy } from './jobs/erase-copy.job';
import { PersonalCopy } from './personal-copy.entity';

/** Somebody deletes their account: their copies are deleted at once, the bytes in a job of the same commit. */
@ReactsTo(AccountLeaves)
export class TakeCopiesAlong implements Reaction<AccountLeaves> {
  constructor(private readonly files: FileStore) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    for (const { id: copyId } of await tx.lockAll(PersonalCopy, { accountId })) {
      await tx.manager.delete(PersonalCopy, { id: copyId });
      await this.files.forget(tx, copyId);
      await tx.enqueue(eraseCopy, { copyId });
    }
  }
}
