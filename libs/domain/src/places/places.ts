import { type Refusal, refuse } from '../refusal';

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

/** An edition's places, and those that are held by open or accepted offers. */
export interface Places {
  readonly capacity: number;
  readonly quotas: readonly CountryQuota[];
  readonly held: readonly Seat[];
}

/** Whether one more place can be held for somebody who works there. */
export function hasPlaceFor({ capacity, quotas, held }: Places, { institutionId, country }: Seat): boolean {
  const quota = quotas.find((one) => one.country === country);
  if (!quota || held.length >= capacity) return false;
  const ofCountry = held.filter((seat) => seat.country === country);
  const colleagues = ofCountry.filter((seat) => seat.institutionId === institutionId).length;
  if (colleagues > 0) return colleagues < quota.peoplePerInstitution;
  return quota.peoplePerInstitution > 0 && institutionsAmong(ofCountry) < quota.institutions;
}

/**
 * Who is offered a place that has come free in `country`: the first on that country's waiting list who fits. Where
 * nobody there fits, the place was one of the whole edition: the first of any list who fits gets it, so that no place
 * stays unused while somebody waits for it. `waiting` is in the order of the list.
 */
export function nextInLine<Waiting extends Seat>(
  places: Places,
  waiting: readonly Waiting[],
  country: string,
): Waiting | null {
  const fitting = waiting.filter((one) => hasPlaceFor(places, one));
  return fitting.find((one) => one.country === country) ?? fitting[0] ?? null;
}

/** How one country's places stand. */
export interface CountryPlaces extends CountryQuota {
  readonly institutionsHeld: number;
  readonly peopleHeld: number;
}

/** How the places stand, country by country. */
export const placesByCountry = ({ quotas, held }: Places): CountryPlaces[] =>
  quotas.map((quota) => {
    const ofCountry = held.filter(({ country }) => country === quota.country);
    return { ...quota, institutionsHeld: institutionsAmong(ofCountry), peopleHeld: ofCountry.length };
  });

/** One quota a country, and none below what is held: what was offered is not taken back by a smaller quota. */
export function checkQuotas(quotas: readonly CountryQuota[], held: readonly Seat[]): true | Refusal {
  const countries = quotas.map(({ country }) => country);
  const twice = countries.find((country, index) => countries.indexOf(country) !== index);
  if (twice) return refuse('places.country-twice', { country: twice });
  const tooMany = held.find((seat) => {
    const quota = quotas.find(({ country }) => country === seat.country);
    const ofCountry = held.filter(({ country }) => country === seat.country);
    const colleagues = ofCountry.filter(({ institutionId }) => institutionId === seat.institutionId).length;
    return !quota || colleagues > quota.peoplePerInstitution || institutionsAmong(ofCountry) > quota.institutions;
  });
  return tooMany ? refuse('places.below-what-is-held', { country: tooMany.country }) : true;
}

const institutionsAmong = (seats: readonly Seat[]): number => new Set(seats.map(({ institutionId }) => institutionId)).size;
