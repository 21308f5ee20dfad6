import { Transaction } from '../../../platform/database/transaction';
import { FileStore } from '../../../platform/files/file-store';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { PersonalCopy } from '../personal-copy.entity';
import { eraseCopy } from './erase-copy.job';

@HandlesJob(eraseCopy)
export class EraseCopy implements JobHandler<{ copyId: string }> {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
  ) {}

  /** The bytes go first: if that is interrupted, the rows remain for another attempt. */
  async run({ copyId }: { copyId: string }): Promise<void> {
    await this.files.erase(copyId);
    await this.transaction.run(async (tx) => {
      await tx.manager.delete(PersonalCopy, { id: copyId });
      await this.files.forget(tx, copyId);
    });
  }
}
