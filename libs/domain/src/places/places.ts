import { type Refusal, refuse } from '../refusal';
import {
  type CountryQuota,
  openedOf,
  type Opening,
  ownInstitutions,
  type Places,
  quotaOf,
  type Seat,
  sharesTheRest,
} from './quota';
import { sourcesOf } from './seating';

/** The obstacles to a place: the first of these must change before somebody can get one. */
export const placeObstacles = ['no-quota', 'institution-full', 'country-full', 'rest-full', 'edition-full'] as const;
export type PlaceObstacle = (typeof placeObstacles)[number];

/** The obstacle between somebody of this institution and one more place; `null` if there is none. */
export function obstacleFor(places: Places, seat: Seat): PlaceObstacle | null {
  const { institutionId, country } = seat;
  const isFull = places.held.length >= places.capacity;
  if (sharesTheRest(places, country)) return isFull ? 'edition-full' : restLeft(places) > 0 ? null : 'rest-full';
  const quota = quotaOf(places, country);
  if (!quota || quota.peoplePerInstitution < 1) return 'no-quota';
  const colleagues = places.held.filter(
    (held) => held.country === country && held.institutionId === institutionId,
  ).length;
  if (colleagues >= quota.peoplePerInstitution) return 'institution-full';
  if (colleagues === 0 && unusedOf(places, country) === 0 && unusedOpened(places) === 0) return 'country-full';
  if (isFull) return 'edition-full';
  // Others share the rest: a person beyond the own quota takes from it, and never from another country's quota.
  return places.othersShare && isBeyondQuota(places, seat) && restLeft(places) <= 0 ? 'country-full' : null;
}

const isBeyondQuota = (places: Places, seat: Seat): boolean =>
  sourcesOf({ ...places, held: [...places.held, seat] }).at(-1) !== 'quota';

/** How many more people fit beside the holders of places and the places kept by quotas. */
export const restLeft = (places: Places): number =>
  Math.max(0, places.capacity - places.held.length - keptByQuotas(places));

/** The people who may still come within the quotas, without the opened places: those are kept for nobody. */
function keptByQuotas(places: Places): number {
  const sources = sourcesOf(places);
  return places.quotas.reduce((sum, { country, peoplePerInstitution }) => {
    const inQuota = places.held.filter((seat, index) => seat.country === country && sources[index] === 'quota').length;
    return sum + Math.max(0, ownInstitutions(places, country) * peoplePerInstitution - inQuota);
  }, 0);
}

/** Whether one more place can be held for somebody of this institution. */
export const hasPlaceFor = (places: Places, seat: Seat): boolean => obstacleFor(places, seat) === null;

/**
 * Whether one institution's places may count as another's, or as its own in another country; or the obstacle. Moving
 * takes no further place.
 */
export function moveSeats(places: Places, fromId: string, to: Seat): true | Exclude<PlaceObstacle, 'edition-full'> {
  const moving = places.held.filter(({ institutionId }) => institutionId === fromId);
  let held = places.held.filter(({ institutionId }) => institutionId !== fromId);
  for (const seat of moving) {
    const obstacle = obstacleFor({ ...places, capacity: Infinity, held }, to);
    // A country that lost its quota keeps the places that it holds.
    const isKept = obstacle === 'no-quota' && seat.country === to.country;
    if (obstacle && obstacle !== 'edition-full' && !isKept) return obstacle;
    held = [...held, to];
  }
  return true;
}

/** The number of a country's own institutions that are unused. */
const unusedOf = (places: Places, country: string): number =>
  Math.max(0, ownInstitutions(places, country) - institutionsOf(places, country));

/** The number of institutions on opened places: in each country those beyond its own quota. */
function usedOpened(places: Pick<Places, 'quotas' | 'othersShare' | 'opened' | 'held'>): number {
  const countries = new Set(places.held.map(({ country }) => country));
  return [...countries]
    .filter((country) => !sharesTheRest(places, country))
    .reduce((sum, country) => sum + Math.max(0, institutionsOf(places, country) - ownInstitutions(places, country)), 0);
}

/** The number of unused opened institutions. */
export const unusedOpened = (places: Places): number =>
  // Counting goes through all holders of places, and few editions open any.
  places.opened.length ? Math.max(0, openedOf(places) - usedOpened(places)) : 0;

/** The places of one country. */
export interface CountryPlaces extends CountryQuota {
  readonly institutionsHeld: number;
  readonly peopleHeld: number;
  /** Institutions of its quota that were opened to others. */
  readonly opened: number;
  /** Institutions that it may still send within its own quota. */
  readonly unused: number;
}

/** The places, country by country. */
export const placesByCountry = (places: Places): CountryPlaces[] =>
  places.quotas.map((quota) => ({
    ...quota,
    institutionsHeld: institutionsOf(places, quota.country),
    peopleHeld: places.held.filter(({ country }) => country === quota.country).length,
    opened: openedOf(places, quota.country),
    unused: unusedOf(places, quota.country),
  }));

/**
 * One quota a country; none below the held or opened places: a smaller quota takes back neither an offer nor an
 * opening.
 */
export function checkQuotas(
  { quotas, othersShare }: Pick<Places, 'quotas' | 'othersShare'>,
  now: Pick<Places, 'opened' | 'held'>,
): true | Refusal {
  const countries = quotas.map(({ country }) => country);
  const twice = countries.find((country, index) => countries.indexOf(country) !== index);
  if (twice) return refuse('places.country-twice', { country: twice });
  const then = { ...now, quotas, othersShare };
  const givenAway = now.opened.find(
    ({ country }) => openedOf(then, country) > (quotaOf(then, country)?.institutions ?? 0),
  );
  if (givenAway) return refuse('places.below-what-is-opened', { country: givenAway.country });
  const tooMany = now.held.find(({ country, institutionId }) => {
    const colleagues = now.held.filter(
      (seat) => seat.country === country && seat.institutionId === institutionId,
    ).length;
    return !sharesTheRest(then, country) && colleagues > (quotaOf(then, country)?.peoplePerInstitution ?? 0);
  });
  if (tooMany) return refuse('places.below-what-is-held', { country: tooMany.country });
  if (usedOpened(then) <= openedOf(then)) return true;
  const beyond = countries.find((country) => institutionsOf(then, country) > ownInstitutions(then, country));
  return refuse('places.below-what-is-held', { country: beyond ?? '' });
}

/**
 * Whether so many institutions of a country's quota can be opened to all: only those that the country does not use now.
 */
export function checkOpening(places: Places, { country, institutions }: Opening): true | Refusal {
  if (!quotaOf(places, country)) return refuse('places.no-quota', { country });
  const unused = unusedOf(places, country);
  return institutions <= unused ? true : refuse('places.not-so-many-unused', { country, unused });
}

const institutionsOf = ({ held }: Pick<Places, 'held'>, country: string): number =>
  new Set(held.flatMap((seat) => (seat.country === country ? [seat.institutionId] : []))).size;
