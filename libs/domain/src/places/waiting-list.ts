import { hasPlaceFor, obstacleFor, type PlaceObstacle } from './places';
import { type Places, type Seat, sharesTheRest } from './quota';

/** Somebody who was admitted when there was no place. */
export interface Waiting extends Seat {
  readonly id: string;
  /** The moment of the ruling. */
  readonly since: Date;
  /** The moment of the application: an earlier one comes first among entries of the same ruling. */
  readonly appliedAt: Date;
}

/** The order of every waiting list: by the ruling, then by the application, then by the entry on the list. */
export const inOrderOfTheList = (one: Waiting, other: Waiting): number =>
  one.since.getTime() - other.since.getTime() ||
  one.appliedAt.getTime() - other.appliedAt.getTime() ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/**
 * The people who get the free places now, in the order of the offers; afterwards no place fits anybody waiting. The
 * next is the first on the lists who fits, within the own country's quota or on an opened place, so nobody takes a
 * place of another country's. If a place of one country's quota has become free, that `country`'s list comes first.
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

/**
 * The list on which somebody waits: their country's, or the one that is shared by countries without a quota (`null`).
 */
export const listOf = (places: Places, country: string): string | null =>
  sharesTheRest(places, country) ? null : country;

/** Somebody's position on their list, and the obstacle to a place. */
export interface Standing<Entry> {
  readonly entry: Entry;
  readonly list: string | null;
  /** The position on its list, from 1. */
  readonly position: number;
  readonly waitsFor: PlaceObstacle | null;
  /** Ranked after the one before only by the moment of application: both were ruled on at the same moment. */
  readonly isByApplication: boolean;
}

/** Everybody on the waiting lists, list by list in their order; the shared list comes last. */
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
