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

/** So many institutions of a country's quota that anybody may use from then on, whatever their country. */
export interface Opening {
  readonly country: string;
  readonly institutions: number;
}

/** An edition's places, what was opened of them, and those that open or accepted offers hold, in the order of the offers. */
export interface Places<Held extends Seat = Seat> {
  readonly capacity: number;
  readonly quotas: readonly CountryQuota[];
  readonly opened: readonly Opening[];
  readonly held: readonly Held[];
}

/** Why somebody gets no place now: the first of these that must change before they can. */
export const placeObstacles = ['no-quota', 'institution-full', 'country-full', 'edition-full'] as const;
export type PlaceObstacle = (typeof placeObstacles)[number];

/** What stands between somebody who works there and one more place; `null` where nothing does. */
export function obstacleFor(places: Places, { institutionId, country }: Seat): PlaceObstacle | null {
  const quota = quotaOf(places, country);
  if (!quota || quota.peoplePerInstitution < 1) return 'no-quota';
  const colleagues = places.held.filter((seat) => seat.country === country && seat.institutionId === institutionId).length;
  if (colleagues >= quota.peoplePerInstitution) return 'institution-full';
  if (colleagues === 0 && unusedOf(places, country) === 0 && unusedOpened(places) === 0) return 'country-full';
  return places.held.length >= places.capacity ? 'edition-full' : null;
}

/** Whether one more place can be held for somebody who works there. */
export const hasPlaceFor = (places: Places, seat: Seat): boolean => obstacleFor(places, seat) === null;

/** How many institutions a country may still call its own: its quota without what was opened of it. */
export const ownInstitutions = (places: Places, country: string): number =>
  Math.max(0, (quotaOf(places, country)?.institutions ?? 0) - openedOf(places, country));

/** How many institutions of a country's own no institution of it uses. */
const unusedOf = (places: Places, country: string): number =>
  Math.max(0, ownInstitutions(places, country) - institutionsOf(places, country));

/** How many institutions use opened places: of each country those that its own quota has no room for. */
function usedOpened(places: Places): number {
  const countries = new Set(places.held.map(({ country }) => country));
  return [...countries].reduce(
    (sum, country) => sum + Math.max(0, institutionsOf(places, country) - ownInstitutions(places, country)),
    0,
  );
}

/** How many opened institutions nobody uses. */
export const unusedOpened = (places: Places): number =>
  // Counting costs a look at everybody who holds a place, and few editions open any.
  places.opened.length ? Math.max(0, allOpened(places) - usedOpened(places)) : 0;

const allOpened = ({ opened }: Pick<Places, 'opened'>): number =>
  opened.reduce((sum, { institutions }) => sum + institutions, 0);

/** How one country's places stand. */
export interface CountryPlaces extends CountryQuota {
  readonly institutionsHeld: number;
  readonly peopleHeld: number;
  /** Institutions of its quota that were opened to others. */
  readonly opened: number;
  /** Institutions that it may still send, of its own quota. */
  readonly unused: number;
}

/** How the places stand, country by country. */
export const placesByCountry = (places: Places): CountryPlaces[] =>
  places.quotas.map((quota) => ({
    ...quota,
    institutionsHeld: institutionsOf(places, quota.country),
    peopleHeld: places.held.filter(({ country }) => country === quota.country).length,
    opened: openedOf(places, quota.country),
    unused: unusedOf(places, quota.country),
  }));

/**
 * One quota a country; none below what is held or was opened: what was offered is not taken back by a smaller quota, nor is
 * what was opened.
 */
export function checkQuotas(quotas: readonly CountryQuota[], now: Pick<Places, 'opened' | 'held'>): true | Refusal {
  const countries = quotas.map(({ country }) => country);
  const twice = countries.find((country, index) => countries.indexOf(country) !== index);
  if (twice) return refuse('places.country-twice', { country: twice });
  const then = { ...now, quotas, capacity: Infinity };
  const givenAway = now.opened.find(({ country }) => openedOf(then, country) > (quotaOf(then, country)?.institutions ?? 0));
  if (givenAway) return refuse('places.below-what-is-opened', { country: givenAway.country });
  const tooMany = now.held.find(({ country, institutionId }) => {
    const colleagues = now.held.filter((seat) => seat.country === country && seat.institutionId === institutionId).length;
    return colleagues > (quotaOf(then, country)?.peoplePerInstitution ?? 0);
  });
  if (tooMany) return refuse('places.below-what-is-held', { country: tooMany.country });
  if (usedOpened(then) <= allOpened(then)) return true;
  const beyond = countries.find((country) => institutionsOf(then, country) > ownInstitutions(then, country));
  return refuse('places.below-what-is-held', { country: beyond ?? '' });
}

/** Whether so many institutions of a country's quota can be opened to all: only what the country does not use now. */
export function checkOpening(places: Places, { country, institutions }: Opening): true | Refusal {
  if (!quotaOf(places, country)) return refuse('places.no-quota', { country });
  const unused = unusedOf(places, country);
  return institutions <= unused ? true : refuse('places.not-so-many-unused', { country, unused });
}

const quotaOf = ({ quotas }: Pick<Places, 'quotas'>, country: string) => quotas.find((one) => one.country === country);

const openedOf = ({ opened }: Pick<Places, 'opened'>, country: string): number =>
  allOpened({ opened: opened.filter((one) => one.country === country) });

const institutionsOf = ({ held }: Pick<Places, 'held'>, country: string): number =>
  new Set(held.flatMap((seat) => (seat.country === country ? [seat.institutionId] : []))).size;
