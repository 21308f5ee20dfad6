import { newId } from '../../platform/database/new-id';
import type { CountryQuota } from './country-quota.entity';
import type { Enrolment } from './enrolment.entity';
import type { Offer } from './offer.entity';

type Whose = Pick<Offer, 'editionId' | 'applicationId' | 'accountId' | 'institutionId'>;

/** Room for five institutions of a country, one person each. */
export const aQuota = (editionId: string, values: Partial<CountryQuota> = {}): CountryQuota => ({
  id: newId(),
  editionId,
  country: 'HR',
  institutions: 5,
  peoplePerInstitution: 1,
  ...values,
});

/** An open offer that a ruling brought, for a week. */
export const anOffer = (whose: Whose, values: Partial<Offer> = {}): Offer => {
  const offeredAt = values.offeredAt ?? new Date('2026-10-20T10:00:00Z');
  return {
    id: newId(),
    ...whose,
    country: 'HR',
    origin: 'ruling',
    state: 'open',
    offeredAt,
    expiresAt: new Date(offeredAt.getTime() + 7 * 86_400_000),
    endedAt: null,
    withdrawnBecause: null,
    withdrawnById: null,
    ...values,
  };
};

/** The enrolment that accepting this offer made. */
export const anEnrolment = (offer: Offer, values: Partial<Enrolment> = {}): Enrolment => ({
  id: newId(),
  editionId: offer.editionId,
  accountId: offer.accountId,
  offerId: offer.id,
  institutionId: offer.institutionId,
  country: offer.country,
  enrolledAt: offer.endedAt ?? offer.offeredAt,
  ...values,
});
