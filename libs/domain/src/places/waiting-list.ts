import { hasPlaceFor, obstacleFor, type PlaceObstacle, type Places, type Seat } from './places';

/** Somebody who was admitted when there was no place. */
export interface Waiting extends Seat {
  readonly id: string;
  /** The moment of the ruling. */
  readonly since: Date;
  /** The moment of the application: it comes first among those who wait since the same ruling. */
  readonly appliedAt: Date;
}

/** The order of every waiting list: who waited longest, then who applied first, then the order in which they were put on it. */
export const inOrderOfTheList = (one: Waiting, other: Waiting): number =>
  one.since.getTime() - other.since.getTime() ||
  one.appliedAt.getTime() - other.appliedAt.getTime() ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/**
 * To whom the free places go now, in the order in which they are offered; afterwards nobody waits whom a place fits. Whoever
 * comes first on the lists and fits is next: fits within the own country's quota or on an opened place, so nobody takes what
 * is another country's. Where a place of one country's quota has come free, that `country`'s list is looked at first.
 */
export function handOn<Entry extends Waiting>(places: Places, waiting: readonly Entry[], country?: string): Entry[] {
  const list = [...waiting].sort(inOrderOfTheList);
  const first = list.filter((one) => one.country === country);
  const rest = new Set([...first, ...list.filter((one) => one.country !== country)]);
  const held = [...places.held];
  const offered: Entry[] = [];
  for (;;) {
    const next = [...rest].find((one) => hasPlaceFor({ ...places, held }, one));
    if (!next) return offered;
    rest.delete(next);
    held.push(next);
    offered.push(next);
  }
}

/** Where somebody stands on the list of their country, and what stands between them and a place. */
export interface Standing<Entry> {
  readonly entry: Entry;
  /** From 1, among those of the same country. */
  readonly position: number;
  readonly waitsFor: PlaceObstacle | null;
  /** Comes after the one before only because of the application's moment: both were ruled on at the same moment. */
  readonly isByApplication: boolean;
}

/** Everybody who waits, country by country in the order of the lists. */
export function standings<Entry extends Waiting>(places: Places, waiting: readonly Entry[]): Standing<Entry>[] {
  const before = new Map<string, Entry[]>();
  const list = [...waiting].sort((one, other) => one.country.localeCompare(other.country) || inOrderOfTheList(one, other));
  return list.map((entry) => {
    const ahead = before.get(entry.country) ?? [];
    before.set(entry.country, [...ahead, entry]);
    return {
      entry,
      position: ahead.length + 1,
      waitsFor: obstacleFor(places, entry),
      isByApplication: ahead.at(-1)?.since.getTime() === entry.since.getTime(),
    };
  });
}
