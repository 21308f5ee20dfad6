import type { Reaction, Tx } from '../../platform/database/transaction';
import { MadeFiles } from '../../platform/files/made-files';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { eraseCopy } from './jobs/erase-copy.job';
import { PersonalCopy } from './personal-copy.entity';

/** Somebody deletes their account: their copies are deleted at once, the bytes in a job of the same commit. */
@ReactsTo(AccountLeaves)
export class TakeCopiesAlong implements Reaction<AccountLeaves> {
  constructor(private readonly made: MadeFiles) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const copyIds = (await tx.lockAll(PersonalCopy, { accountId })).map(({ id }) => id);
    await this.made.forget(tx, PersonalCopy, copyIds);
    for (const copyId of copyIds) await tx.enqueue(eraseCopy, { copyId });
  }
}
