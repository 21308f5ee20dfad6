import { type CountryPlaces, obstacleFor, type Opening, type PlaceObstacle, type Places, placesByCountry, type Seat, unusedOpened } from './places';
import { type PlaceSource, sourcesOf } from './seating';
import { handOn, type Waiting } from './waiting-list';

/** What admitting one person would do to the places. */
export interface AdmissionForeseen {
  /** Against what the place would count; `null` where there is none. */
  readonly source: PlaceSource | null;
  readonly waitsFor: PlaceObstacle | null;
  /** Where they would come on their country's waiting list. */
  readonly position: number | null;
  /** How their country's places stand before and after; `null` for a country without a quota. */
  readonly before: CountryPlaces | null;
  readonly after: CountryPlaces | null;
}

/**
 * What admitting these people one after the other would do to the places: each finds what those before have left. Whether
 * there is a place is told by all of them; the figures by those that the reader may know of.
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
  const ahead = known.waiting.filter(({ country }) => country === first.country).length;
  return [
    {
      source: waitsFor ? null : (sourcesOf(then).at(-1) ?? null),
      waitsFor,
      position: waitsFor ? ahead + 1 : null,
      before: of(known.places),
      after: of(seated(known.places)),
    },
    ...foreseeAdmissions(then, queued(waiting), others, { places: seated(known.places), waiting: queued(known.waiting) }),
  ];
}

/** What opening places would do: who is offered one at once, and how many opened ones stay unused. */
export function foreseeOpening<Entry extends Waiting>(
  places: Places,
  waiting: readonly Entry[],
  opening: Opening,
): { offered: Entry[]; unused: number } {
  const then = { ...places, opened: [...places.opened, opening] };
  const offered = handOn(then, waiting);
  return { offered, unused: unusedOpened({ ...then, held: [...then.held, ...offered] }) };
}
