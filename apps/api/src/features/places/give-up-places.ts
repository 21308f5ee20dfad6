import { endWhenLeaving } from '@libretto/domain';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves } from '../accounts';
import { EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';
import { WaitingListEntry } from './waiting-list-entry.entity';

/**
 * Somebody deletes their account: they leave the waiting list, and a place that is offered to them goes to the next in
 * line.
 */
@ReactsTo(AccountLeaves)
export class GiveUpPlaces implements Reaction<AccountLeaves> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
    private readonly clock: Clock,
  ) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    await tx.manager.delete(WaitingListEntry, { accountId, offeredAt: IsNull() });
    const open = await tx.manager.find(Offer, { where: { accountId, state: 'open' }, order: { editionId: 'ASC' } });
    for (const { id, editionId } of open) {
      const edition = await this.editions.lock(tx, editionId);
      const offer = await tx.lock(Offer, id);
      if (offer.state === 'open')
        await this.allocation.free(tx, edition, offer, endWhenLeaving(offer, this.clock.now()));
    }
  }
}
