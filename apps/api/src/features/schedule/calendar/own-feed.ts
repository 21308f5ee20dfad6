import type { readOwnFeed, ReplyOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { CalendarFeed } from './calendar-feed.entity';
import { FeedKeys } from './feed-keys';

/** The calendar feed of the signed-in person. */
@Injectable()
export class OwnFeed {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly keys: FeedKeys,
  ) {}

  async read({ accountId }: Actor): Promise<ReplyOf<typeof readOwnFeed>> {
    const feed = await this.database.read.findOneBy(CalendarFeed, { accountId });
    return { feed: feed && { address: this.keys.addressOf(feed.serial), madeAt: feed.madeAt.toISOString() } };
  }

  /** Makes the link, or replaces it: the one before stops working. */
  async make({ accountId }: Actor): Promise<void> {
    await this.transaction.run(async (tx) => {
      const fresh = { serial: newId(), madeAt: this.clock.now() };
      if (!(await tx.insertOnce(CalendarFeed, { id: newId(), accountId, ...fresh })))
        await tx.manager.update(CalendarFeed, { accountId }, fresh);
    });
  }

  /** The link stops working. */
  async remove({ accountId }: Pick<Actor, 'accountId'>): Promise<void> {
    await this.transaction.run((tx) => tx.manager.delete(CalendarFeed, { accountId }));
  }
}
