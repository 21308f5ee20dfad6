/** The number of institutions of one country, and of people of each. */
export interface CountryQuota {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly institutions: number;
  readonly peoplePerInstitution: number;
}

/** The person for whom a place is held or wanted: only their institution counts. */
export interface Seat {
  readonly institutionId: string;
  readonly country: string;
}

/** A number of institutions of a country's quota that are for all countries from then on. */
export interface Opening {
  readonly country: string;
  readonly institutions: number;
}

/**
 * An edition's places: quotas, opened places, and places held by open or accepted offers, in the order of the offers.
 */
export interface Places<Held extends Seat = Seat> {
  readonly capacity: number;
  /** None: places go to people in the order of admission, from any country. */
  readonly quotas: readonly CountryQuota[];
  /** Whether countries without a quota share the places that the quotas leave. If not, their people get none. */
  readonly othersShare: boolean;
  readonly opened: readonly Opening[];
  readonly held: readonly Held[];
}

export const quotaOf = ({ quotas }: Pick<Places, 'quotas'>, country: string) =>
  quotas.find((one) => one.country === country);

/** The number of opened institutions: of one country, or of all. */
export const openedOf = ({ opened }: Pick<Places, 'opened'>, of?: string): number =>
  opened.reduce((sum, { country, institutions }) => sum + (of === undefined || country === of ? institutions : 0), 0);

/** The number of institutions that a country still has to itself: its quota without the opened part. */
export const ownInstitutions = (places: Pick<Places, 'quotas' | 'opened'>, country: string): number =>
  Math.max(0, (quotaOf(places, country)?.institutions ?? 0) - openedOf(places, country));

/** Whether this country shares the places that the quotas leave: all countries do if there are no quotas. */
export const sharesTheRest = (places: Pick<Places, 'quotas' | 'othersShare'>, country: string): boolean =>
  !places.quotas.length || (places.othersShare && !quotaOf(places, country));
