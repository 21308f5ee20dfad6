import { hasPlaceFor, obstacleFor, type PlaceObstacle } from './places';
import { type Places, type Seat, sharesTheRest } from './quota';

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

/** The list on which somebody waits: their country's, or the one of all who share what the quotas leave (`null`). */
export const listOf = (places: Places, country: string): string | null =>
  sharesTheRest(places, country) ? null : country;

/** Where somebody stands on their list, and what stands between them and a place. */
export interface Standing<Entry> {
  readonly entry: Entry;
  readonly list: string | null;
  /** From 1, among those of the same list. */
  readonly position: number;
  readonly waitsFor: PlaceObstacle | null;
  /** Comes after the one before only because of the application's moment: both were ruled on at the same moment. */
  readonly isByApplication: boolean;
}

/** Everybody who waits, list by list in the order of the lists; the one of several countries comes last. */
export function standings<Entry extends Waiting>(places: Places, waiting: readonly Entry[]): Standing<Entry>[] {
  const before = new Map<string | null, Entry[]>();
  const onLists = waiting.map((entry) => ({ entry, list: listOf(places, entry.country) }));
  const sorted = onLists.sort(
    (one, other) => compareLists(one.list, other.list) || inOrderOfTheList(one.entry, other.entry),
  );
  return sorted.map(({ entry, list }) => {
    const ahead = before.get(list) ?? [];
    before.set(list, [...ahead, entry]);
    return {
      entry,
      list,
      position: ahead.length + 1,
      waitsFor: obstacleFor(places, entry),
      isByApplication: ahead.at(-1)?.since.getTime() === entry.since.getTime(),
    };
  });
}

const compareLists = (one: string | null, other: string | null): number => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.localeCompare(other);
};
