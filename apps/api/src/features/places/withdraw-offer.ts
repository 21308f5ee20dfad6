import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { allow, notFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { PlaceAllocation } from './place-allocation';
import { OfferWithdrawn } from './places.events';
import { mayWithdrawOffer } from './places.policy';

/** Takes an open offer back, with a reason: its place goes to the next in line. */
@Injectable()
export class WithdrawOffer {
  constructor(
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly allocation: PlaceAllocation,
  ) {}

  /** Refusals: places.offer-ended. */
  run(actor: Actor, editionId: string, offerId: string, reason: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      allow(mayWithdrawOffer(actor, { editionId }));
      const edition = await this.editions.lock(tx, editionId);
      const offer = await tx.lock(Offer, offerId);
      if (offer.editionId !== editionId) throw notFound();
      offer.withdrawnBecause = reason;
      offer.withdrawnById = actor.accountId;
      await this.allocation.free(tx, edition, offer, 'withdrawn');
      await tx.publish(new OfferWithdrawn(offerId));
    });
  }
}
