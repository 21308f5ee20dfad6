import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { notFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';

/** Declines one's own offer: its place goes to the next in line. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  /** Refusals: places.offer-expired, places.offer-ended. */
  run(actor: Actor, editionId: string, offerId: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await this.editions.lock(tx, editionId);
      const offer = await tx.lock(Offer, offerId);
      if (offer.editionId !== editionId || offer.accountId !== actor.accountId) throw notFound();
      await this.allocation.free(tx, edition, offer, 'declined');
    });
  }
}
