import { type CountryPlaces, obstacleFor, type PlaceObstacle, placesByCountry, restLeft, unusedOpened } from './places';
import type { Opening, Places, Seat } from './quota';
import { type PlaceSource, sourcesOf } from './seating';
import { handOn, listOf, type Waiting } from './waiting-list';

/** The effect of admitting one person on the places. */
export interface AdmissionForeseen {
  /** The places that it would count against; `null` if there is none. */
  readonly source: PlaceSource | null;
  readonly waitsFor: PlaceObstacle | null;
  /** The position on their waiting list; and its country, `null` if several countries share it. */
  readonly position: number | null;
  readonly list: string | null;
  /** Their country's places before and after; `null` for a country without a quota. */
  readonly before: CountryPlaces | null;
  readonly after: CountryPlaces | null;
  /** How many more people fit afterwards beside the places kept by quotas. */
  readonly restLeft: number;
}

/**
 * The effects of admitting these people one after the other on the places. All of them decide whether there is a place;
 * the figures count only those that the reader may know of.
 */
export function foreseeAdmissions(
  places: Places,
  waiting: readonly Seat[],
  admissions: readonly Seat[],
  known: { places: Places; waiting: readonly Seat[] } = { places, waiting },
): AdmissionForeseen[] {
  const [first, ...others] = admissions;
  if (!first) return [];
  const waitsFor = obstacleFor(places, first);
  const seated = (some: Places) => (waitsFor ? some : { ...some, held: [...some.held, first] });
  const queued = (some: readonly Seat[]) => (waitsFor ? [...some, first] : some);
  const then = seated(places);
  const of = (some: Places) => placesByCountry(some).find(({ country }) => country === first.country) ?? null;
  const list = listOf(places, first.country);
  const ahead = known.waiting.filter(({ country }) => listOf(places, country) === list).length;
  return [
    {
      source: waitsFor ? null : (sourcesOf(then).at(-1) ?? null),
      waitsFor,
      position: waitsFor ? ahead + 1 : null,
      list,
      before: of(known.places),
      after: of(seated(known.places)),
      restLeft: restLeft(seated(known.places)),
    },
    ...foreseeAdmissions(then, queued(waiting), others, {
      places: seated(known.places),
      waiting: queued(known.waiting),
    }),
  ];
}

/**
 * The effect of opening places: the people who get an offer at once, and the number of opened places that stay unused.
 */
export function foreseeOpening<Entry extends Waiting>(
  places: Places,
  waiting: readonly Entry[],
  opening: Opening,
): { offered: Entry[]; unused: number } {
  const then = { ...places, opened: [...places.opened, opening] };
  const offered = handOn(then, waiting);
  return { offered, unused: unusedOpened({ ...then, held: [...then.held, ...offered] }) };
}
