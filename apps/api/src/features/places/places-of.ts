import type { Places } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import type { EditionCard } from '../editions';
import { CountryQuota } from './country-quota.entity';
import { Offer } from './offer.entity';
import { OpenedPlaces } from './opened-places.entity';

/** A held place and its holder. */
export type HeldPlace = Pick<Offer, 'id' | 'applicationId' | 'accountId' | 'institutionId' | 'country' | 'state'>;

/** The facts beside this feature's rows that the places of an edition depend on. */
export type PlacesAsked = Pick<EditionCard, 'id' | 'capacity' | 'othersSharePlaces'>;

/** The places of an edition as they are for this reader, with their holders in the order of the offers. */
export async function placesOf(
  manager: EntityManager,
  { id: editionId, capacity, othersSharePlaces }: PlacesAsked,
): Promise<Places<HeldPlace>> {
  return {
    capacity,
    othersShare: othersSharePlaces,
    quotas: await manager.find(CountryQuota, { where: { editionId }, order: { country: 'ASC' } }),
    opened: await manager.find(OpenedPlaces, { where: { editionId }, order: { at: 'ASC', id: 'ASC' } }),
    held: await manager.find(Offer, {
      select: { id: true, applicationId: true, accountId: true, institutionId: true, country: true, state: true },
      where: { editionId, state: In(['open', 'accepted']) },
      order: { offeredAt: 'ASC', id: 'ASC' },
    }),
  };
}
