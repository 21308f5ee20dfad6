import { Clock } from '../../../../platform/clock/clock';
import type { Reaction, Tx } from '../../../../platform/database/transaction';
import { ArrivingFile } from '../../../../platform/files/resumable/arriving-file.entity';
import { ReactsTo } from '../../../../platform/jobs/handler';
import { AccountLeaves } from '../../../accounts';

/** Somebody deletes their account: what they had not handed in is over, and the daily job erases it. */
@ReactsTo(AccountLeaves)
export class LeaveUploads implements Reaction<AccountLeaves> {
  constructor(private readonly clock: Clock) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.update(ArrivingFile, { accountId }, { expiresAt: this.clock.now() });
  }
}
