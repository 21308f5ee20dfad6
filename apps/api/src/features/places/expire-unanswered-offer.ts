import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';
import { OfferExpired } from './places.events';

/** Ends an offer that nobody answered in time. An answered or expired one is left alone. */
@Injectable()
export class ExpireUnansweredOffer {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  run(offerId: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const { editionId } = await tx.manager.findOneByOrFail(Offer, { id: offerId });
      const edition = await this.editions.lock(tx, editionId);
      const offer = await tx.lock(Offer, offerId);
      if (offer.state !== 'open') return;
      await this.allocation.free(tx, edition, offer, 'expired');
      await tx.publish(new OfferExpired(offerId));
    });
  }
}
