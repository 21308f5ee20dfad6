import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { NoticeKept } from './notice.entity';
import { NoticeChoice } from './notice-choice.entity';

/** Somebody deletes their account: nobody reads its notices any more. */
@ReactsTo(AccountLeaves)
export class RemoveNotices implements Reaction<AccountLeaves> {
  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.delete(NoticeKept, { accountId });
    await tx.manager.delete(NoticeChoice, { accountId });
  }
}
