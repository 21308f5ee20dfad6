import type { OffersView } from '@libretto/contracts';
import { type Actor, sourcesOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { pageAfter } from '../../../platform/http/page-after';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { PlaceBook } from '../../places';
import { mayReadPlacesDesk } from '../dossier/admissions.policy';
import { KnownPlaces } from './known-places';

/** The offers of an edition, and what became of them. */
@Injectable()
export class OffersMade {
  constructor(
    private readonly known: KnownPlaces,
    private readonly book: PlaceBook,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  async of(actor: Actor, editionId: string, after?: string): Promise<OffersView> {
    const { edition, places, mayBeKnown } = await this.known.of(actor, editionId);
    const all = (await this.book.offers(editionId)).filter(mayBeKnown);
    const { shown, next } = pageAfter(all, ({ id }) => id, after);
    const people = await this.people.byIds(shown.flatMap(({ accountId, withdrawnById }) => [accountId, withdrawnById ?? accountId]));
    const institutions = await this.institutions.byIds(shown.map(({ institutionId }) => institutionId));
    const sources = sourcesOf(places);
    const sourceOf = new Map(places.held.map(({ id }, index) => [id, sources[index]]));
    const mayWithdraw = mayReadPlacesDesk(actor, { editionId }) && edition.state !== 'closed';
    return {
      items: shown.map((offer) => ({
        id: offer.id,
        name: people.get(offer.accountId)?.name ?? '',
        institution: institutions.get(offer.institutionId)?.name ?? '',
        country: offer.country,
        state: offer.state,
        origin: offer.origin,
        source: sourceOf.get(offer.id) ?? null,
        offeredAt: offer.offeredAt.toISOString(),
        expiresAt: offer.expiresAt.toISOString(),
        endedAt: offer.endedAt?.toISOString() ?? null,
        withdrawnBecause: offer.withdrawnBecause,
        withdrawnBy: offer.withdrawnById && (people.get(offer.withdrawnById)?.name ?? ''),
        can: { withdraw: mayWithdraw && offer.state === 'open' },
      })),
      next,
      timeZone: edition.timeZone,
    };
  }
}
