/** How many institutions of one country may send how many people. */
export interface CountryQuota {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly institutions: number;
  readonly peoplePerInstitution: number;
}

/** For whom a place is held or wanted: what counts is where they work. */
export interface Seat {
  readonly institutionId: string;
  readonly country: string;
}

/** So many institutions of a country's quota that anybody may use from then on, whatever their country. */
export interface Opening {
  readonly country: string;
  readonly institutions: number;
}

/** An edition's places, what was opened of them, and those that open or accepted offers hold, in the order of the offers. */
export interface Places<Held extends Seat = Seat> {
  readonly capacity: number;
  /** None: places go to who is admitted first, whatever their country. */
  readonly quotas: readonly CountryQuota[];
  /** Do countries without a quota share what the quotas leave? Where not, nobody of theirs gets a place. */
  readonly othersShare: boolean;
  readonly opened: readonly Opening[];
  readonly held: readonly Held[];
}

export const quotaOf = ({ quotas }: Pick<Places, 'quotas'>, country: string) =>
  quotas.find((one) => one.country === country);

/** Institutions that were opened: of one country, or of all. */
export const openedOf = ({ opened }: Pick<Places, 'opened'>, of?: string): number =>
  opened.reduce((sum, { country, institutions }) => sum + (of === undefined || country === of ? institutions : 0), 0);

/** How many institutions a country may still call its own: its quota without what was opened of it. */
export const ownInstitutions = (places: Pick<Places, 'quotas' | 'opened'>, country: string): number =>
  Math.max(0, (quotaOf(places, country)?.institutions ?? 0) - openedOf(places, country));

/** Whether somebody of this country shares in what the quotas leave: all do where there are none. */
export const sharesTheRest = (places: Pick<Places, 'quotas' | 'othersShare'>, country: string): boolean =>
  !places.quotas.length || (places.othersShare && !quotaOf(places, country));
