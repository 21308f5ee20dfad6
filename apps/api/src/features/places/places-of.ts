import type { Places } from '@libretto/domain';
import type { EntityManager } from 'typeorm';
import { readTogether, type RowsRead, rowsOf, type Values } from '../../platform/database/read-together';
import type { EditionCard } from '../editions';
import { CountryQuota } from './country-quota.entity';
import { Offer } from './offer.entity';
import { OpenedPlaces } from './opened-places.entity';
import { WaitingListEntry } from './waiting-list-entry.entity';

/** A held place and its holder. */
export type HeldPlace = Pick<Offer, 'id' | 'applicationId' | 'accountId' | 'institutionId' | 'country' | 'state'>;

/** The facts beside this feature's rows that the places of an edition depend on. */
export type PlacesAsked = Pick<EditionCard, 'id' | 'capacity' | 'othersSharePlaces'>;

const heldColumns = ['id', 'applicationId', 'accountId', 'institutionId', 'country', 'state', 'offeredAt'] as const;

/** The rows of the places of an edition, for a statement that reads other rows too. */
export const placeRows = (editionId: string) => ({
  quotas: rowsOf(CountryQuota, 'WHERE it.editionId = :editionId', { editionId }, { by: ['country'] }),
  opened: rowsOf(OpenedPlaces, 'WHERE it.editionId = :editionId', { editionId }, { by: ['at', 'id'] }),
  held: rowsOf(
    Offer,
    "WHERE it.editionId = :editionId AND it.state IN ('open', 'accepted')",
    { editionId },
    { columns: heldColumns, by: ['offeredAt', 'id'] },
  ),
});

/** The places that these rows make, with their holders in the order of the offers. */
export const placesIn = (
  { capacity, othersSharePlaces }: PlacesAsked,
  { quotas, opened, held }: RowsRead<ReturnType<typeof placeRows>>,
): Places<HeldPlace> => ({ capacity, othersShare: othersSharePlaces, quotas, opened, held });

/** The places of an edition as they are for this reader. One statement. */
export const placesOf = async (manager: EntityManager, edition: PlacesAsked): Promise<Places<HeldPlace>> =>
  placesIn(edition, await readTogether(manager, placeRows(edition.id)));

/** The rows of the results of earlier rulings on these applications: a turn on the waiting list, or an offered place. */
export const resultRows = (applicationIds: readonly string[]) => {
  const onThese = ['WHERE it.applicationId IN (:...applicationIds)', { applicationIds }] as const;
  const columns = ['applicationId'] as const;
  return { turns: rowsOf(WaitingListEntry, ...onThese, { columns }), offers: rowsOf(Offer, ...onThese, { columns }) };
};

/** What they brought, by application: an offered place in any state, or a turn on the waiting list. */
export const resultsIn = ({ turns, offers }: RowsRead<ReturnType<typeof resultRows>>): Map<string, 'offer' | 'turn'> =>
  new Map([
    ...turns.map(({ applicationId }) => [applicationId, 'turn'] as const),
    ...offers.map(({ applicationId }) => [applicationId, 'offer'] as const),
  ]);

/** The offers to the applications whose ids this SQL selects. */
export const offeredRows = (applicationIds: string, values: Values) =>
  rowsOf(Offer, `WHERE it.applicationId IN (${applicationIds})`, values, { columns: ['applicationId'] });
