import type { MyPlace } from '@libretto/contracts';
import { type Actor, agree, changeIn, endOffer, standings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { notFound } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { Offer } from './offer.entity';
import { PlaceQueries } from './place-queries';

/** Somebody's own offer, or their turn on the waiting list. */
@Injectable()
export class OwnPlace {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly clock: Clock,
    private readonly queries: PlaceQueries,
  ) {}

  async of({ accountId }: Actor, editionId: string): Promise<MyPlace> {
    const [edition, [own]] = await Promise.all([
      this.editions.byId(editionId),
      this.database.rows(
        rowsOf(Offer, 'WHERE it.editionId = :editionId AND it.accountId = :accountId', { editionId, accountId }),
      ),
    ]);
    const offer = own ?? null;
    if (!edition || edition.state === 'draft') throw notFound();
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
    const { waiting, places } = await this.queries.all(edition.id);
    if (!waiting.some((entry) => entry.accountId === accountId)) return null;
    const own = standings(places, waiting).find(({ entry }) => entry.accountId === accountId);
    return own
      ? { country: own.list, ahead: own.position - 1, since: own.entry.since.toISOString(), waitsFor: own.waitsFor }
      : null;
  }
}
