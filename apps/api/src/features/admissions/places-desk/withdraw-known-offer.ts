import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { PlaceQueries, WithdrawOffer } from '../../places';
import { KnownPlaces } from './known-places';

/** Takes an offer back. An offer to somebody of whom the coordinator must not learn does not exist for them. */
@Injectable()
export class WithdrawKnownOffer {
  constructor(
    private readonly known: KnownPlaces,
    private readonly book: PlaceQueries,
    private readonly withdrawing: WithdrawOffer,
  ) {}

  /** Refusals: places.offer-ended. */
  async run(actor: Actor, editionId: string, offerId: string, reason: string): Promise<void> {
    const { mayBeKnown } = await this.known.of(actor, editionId);
    const offer = (await this.book.offers(editionId)).find(({ id }) => id === offerId);
    if (!offer || !mayBeKnown(offer)) throw notFound();
    await this.withdrawing.run(actor, editionId, offerId, reason);
  }
}
