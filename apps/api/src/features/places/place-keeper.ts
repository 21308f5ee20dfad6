import { endOffer, hasPlaceFor, nextInLine, type OfferState, type Places, type Seat } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/http/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { CountryQuota } from './country-quota.entity';
import { expireOffer } from './jobs/expire-offer.job';
import { Offer } from './offer.entity';
import { PlaceOffered } from './places.events';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** Somebody who is admitted, and where they work: that is what quotas count. */
export interface Admitted {
  readonly editionId: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly institutionId: string;
  readonly country: string;
}

type Ending = Exclude<OfferState, 'open' | 'accepted'>;

/**
 * Holds places, frees them and hands them on. Whoever counts places has locked the edition before, so that one
 * follows the other, whatever happens at once.
 */
@Injectable()
export class PlaceKeeper {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  /** Tells for whom there is a place now; it may be gone in the next moment. */
  async fitting(edition: EditionCard): Promise<(seat: Seat) => boolean> {
    const places = await placesOf(this.database.read, edition);
    return (seat) => hasPlaceFor(places, seat);
  }

  /**
   * Holds a place for somebody who is admitted and answers until when; or puts them on the waiting list of their
   * country and answers `null`.
   */
  async hold(tx: Tx, admitted: Admitted): Promise<Date | null> {
    const edition = await this.editions.lock(tx, admitted.editionId);
    if (hasPlaceFor(await placesOf(tx.manager, edition), admitted)) return this.offer(tx, edition, admitted, 'ruling');
    await tx.insert(WaitingListEntry, { id: newId(), ...admitted, since: this.clock.now(), offeredAt: null });
    return null;
  }

  /** Ends an open offer of an edition that is locked, and offers its place to the next in line. */
  async free(tx: Tx, edition: EditionCard, offer: Offer, as: Ending): Promise<void> {
    const now = this.clock.now();
    offer.state = orRefuse(endOffer(offer, as, now));
    offer.endedAt = now;
    await tx.save(offer);
    await this.handOn(tx, edition, offer.country);
  }

  /** Offers the free places of an edition that is locked, as long as somebody waits who fits: `country` comes first. */
  async handOn(tx: Tx, edition: EditionCard, country = ''): Promise<void> {
    // An offer that runs out after the end gives nobody a place in what is over.
    if (edition.state === 'closed') return;
    let waiting = await tx.manager.find(WaitingListEntry, {
      where: { editionId: edition.id, offeredAt: IsNull() },
      order: { since: 'ASC', id: 'ASC' },
    });
    const places = await placesOf(tx.manager, edition);
    for (;;) {
      const next = nextInLine(places, waiting, country);
      if (!next) return;
      const { id, since: _, offeredAt: __, ...admitted } = next;
      await tx.manager.update(WaitingListEntry, { id }, { offeredAt: this.clock.now() });
      await this.offer(tx, edition, admitted, 'waiting-list');
      places.held.push(admitted);
      waiting = waiting.filter((entry) => entry !== next);
    }
  }

  private async offer(tx: Tx, edition: EditionCard, admitted: Admitted, origin: Offer['origin']): Promise<Date> {
    const id = newId();
    const offeredAt = this.clock.now();
    const expiresAt = offerEnd(edition, offeredAt);
    const open = { state: 'open' as const, offeredAt, expiresAt, endedAt: null, withdrawnBecause: null, withdrawnById: null };
    await tx.insert(Offer, { id, ...admitted, origin, ...open });
    // An offer can be answered until its last moment.
    await tx.enqueue(expireOffer, { offerId: id }, { dueAt: new Date(expiresAt.getTime() + 1000) });
    await tx.publish(new PlaceOffered(id));
    return expiresAt;
  }
}

/** Until when an offer that is made at `offeredAt` can be answered. */
export const offerEnd = ({ definition }: EditionCard, offeredAt: Date): Date =>
  new Date(offeredAt.getTime() + definition.admission.offerDays * 86_400_000);

/** The places of an edition as they stand for this reader. */
export async function placesOf(
  manager: EntityManager,
  { id: editionId, capacity }: Pick<EditionCard, 'id' | 'capacity'>,
): Promise<Places & { held: Pick<Offer, 'institutionId' | 'country'>[] }> {
  const quotas = await manager.find(CountryQuota, { where: { editionId }, order: { country: 'ASC' } });
  const held = await manager.find(Offer, {
    select: { id: true, institutionId: true, country: true, state: true },
    where: { editionId, state: In(['open', 'accepted']) },
  });
  return { capacity, quotas, held };
}
