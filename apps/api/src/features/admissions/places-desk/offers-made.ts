import type { InputOf, OffersView, readOffers } from '@libretto/contracts';
import { type Actor, offerStates, searchFor, sourcesOf, agree, changeIn, endOffer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { pageAfter } from '../../../platform/http/page-after';
import { InstitutionDirectory, PeopleDirectory } from '../../accounts';
import { mayWithdrawOffer, PlaceQueries } from '../../places';
import { KnownPlaces } from './known-places';

type Row = OffersView['items'][number];

const columns = {
  name: ({ name }: Row) => name,
  state: ({ state }: Row) => offerStates.indexOf(state),
  until: ({ state, expiresAt, endedAt }: Row) => (state === 'open' ? expiresAt : endedAt),
};

/** Open offers first, by the end of each; then the others, the latest first. */
const otherwise = ({ state, expiresAt, offeredAt, id }: Row) =>
  state === 'open' ? [0, Date.parse(expiresAt), id] : [1, -Date.parse(offeredAt), id];

/** The offers of an edition, and their answers. */
@Injectable()
export class OffersMade {
  constructor(
    private readonly known: KnownPlaces,
    private readonly book: PlaceQueries,
    private readonly institutions: InstitutionDirectory,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { q, state, sort, after }: InputOf<typeof readOffers>['query'],
  ): Promise<OffersView> {
    const [{ edition, places, mayBeKnown }, offers] = await Promise.all([
      this.known.of(actor, editionId),
      this.book.offers(editionId),
    ]);
    const all = offers.filter(mayBeKnown);
    const [people, institutions] = await Promise.all([
      this.people.byIds(all.flatMap(({ accountId, withdrawnById }) => [accountId, withdrawnById ?? accountId])),
      this.institutions.byIds(all.map(({ institutionId }) => institutionId)),
    ]);
    const sources = sourcesOf(places);
    const sourceOf = new Map(places.held.map(({ id }, index) => [id, sources[index]]));
    const mayWithdraw = mayWithdrawOffer(actor, { editionId }) && agree(changeIn(edition.state));
    const now = this.clock.now();
    const rows = all.map((offer): Row => ({
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
      can: { withdraw: mayWithdraw && agree(endOffer(offer, 'withdrawn', now)) },
    }));
    const means = searchFor(q);
    const found = rows.filter((row) => (!state || row.state === state) && means(row.name, row.institution));
    const { shown, next } = pageAfter(found, { sort, columns, otherwise }, after);
    return { items: shown, next, timeZone: edition.timeZone, found: found.length };
  }
}
