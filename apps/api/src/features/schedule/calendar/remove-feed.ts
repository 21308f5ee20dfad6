import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { CalendarFeed } from './calendar-feed.entity';

/** Somebody deletes their account: their calendar feed stops. */
@ReactsTo(AccountLeaves)
export class RemoveFeed implements Reaction<AccountLeaves> {
  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.delete(CalendarFeed, { accountId });
  }
}
