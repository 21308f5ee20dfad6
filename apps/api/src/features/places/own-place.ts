import type { MyPlace } from '@libretto/contracts';
import { type Actor, agree, changeIn, endOffer, standings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { placesOf } from './places-of';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** Somebody's own offer, or their turn on the waiting list. */
@Injectable()
export class OwnPlace {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
  ) {}

  async of({ accountId }: Actor, editionId: string): Promise<MyPlace> {
    const edition = await this.editions.byId(editionId);
    if (!edition || edition.state === 'draft') throw notFound();
    const offer = await this.database.read.findOneBy(Offer, { editionId, accountId });
    const now = this.clock.now();
    const isOpen = offer?.state === 'open' && now <= offer.expiresAt;
    const ends = (as: 'accepted' | 'declined') =>
      offer !== null && agree(changeIn(edition.state), endOffer(offer, as, now));
    return {
      edition: edition.name,
      programme: edition.definition.title,
      timeZone: edition.timeZone,
      offer: offer && {
        id: offer.id,
        // The job that expires it may be a moment late.
        state: offer.state === 'open' && !isOpen ? 'expired' : offer.state,
        origin: offer.origin,
        offeredAt: offer.offeredAt.toISOString(),
        expiresAt: offer.expiresAt.toISOString(),
        endedAt: offer.endedAt?.toISOString() ?? null,
        withdrawnBecause: offer.withdrawnBecause,
      },
      waiting: offer ? null : await this.waiting(edition, accountId),
      can: { accept: ends('accepted'), decline: ends('declined') },
    };
  }

  private async waiting(edition: EditionCard, accountId: string): Promise<MyPlace['waiting']> {
    const waiting = await this.database.read.findBy(WaitingListEntry, { editionId: edition.id, offeredAt: IsNull() });
    if (!waiting.some((entry) => entry.accountId === accountId)) return null;
    const places = await placesOf(this.database.read, edition);
    const own = standings(places, waiting).find(({ entry }) => entry.accountId === accountId);
    return own
      ? { country: own.list, ahead: own.position - 1, since: own.entry.since.toISOString(), waitsFor: own.waitsFor }
      : null;
  }
}
