import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../../platform/refusals/refused';
import { PlaceQueries, WithdrawOffer } from '../../places';
import { Recusals } from '../dossier/recusals';

/** Takes an offer back. An offer to somebody of whom the coordinator must not learn does not exist for them. */
@Injectable()
export class WithdrawKnownOffer {
  constructor(
    private readonly places: PlaceQueries,
    private readonly recusals: Recusals,
    private readonly withdrawing: WithdrawOffer,
  ) {}

  /** Refusals: places.offer-ended. */
  async run(actor: Actor, editionId: string, offerId: string, reason: string): Promise<void> {
    const offer = await this.places.offer(editionId, offerId);
    if (!offer || (await this.recusals.covers(actor.accountId, editionId, offer.applicationId))) throw notFound();
    await this.withdrawing.run(actor, editionId, offerId, reason);
  }
}
