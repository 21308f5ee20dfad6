import type { PlaceStanding } from '@libretto/contracts';
import { type RowsRead, rowsOf } from '../../platform/database/read-together';
import { Offer } from './offer.entity';
import { WaitingListEntry } from './waiting-list-entry.entity';

const onThese = 'WHERE it.applicationId IN (:...applicationIds)';

/** The rows of the places that these applications brought, for a statement that reads other rows too. */
export const standingRows = (applicationIds: readonly string[]) => ({
  offers: rowsOf(Offer, onThese, { applicationIds }, { columns: ['applicationId', 'state'] }),
  waiting: rowsOf(
    WaitingListEntry,
    `${onThese} AND it.offeredAt IS NULL`,
    { applicationIds },
    { columns: ['applicationId'] },
  ),
});

/** The states of these places, by application; applications without a place are left out. */
export const standingsIn = ({
  offers,
  waiting,
}: RowsRead<ReturnType<typeof standingRows>>): Map<string, PlaceStanding> =>
  new Map<string, PlaceStanding>([
    ...waiting.map(({ applicationId }) => [applicationId, 'waiting'] as const),
    ...offers.map(({ applicationId, state }) => [applicationId, state] as const),
  ]);
