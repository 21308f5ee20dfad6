import { compare } from '@libretto/domain';
import { keyOf, noSuchPlace, type Place, placeOf } from '../database/place';

const pageSize = 100;

/** The order of a list whose rows are all in memory. */
export interface OrderAtHand<Row> {
  /** A column, as `name` or `-name`; without one, the rows come in the order of `otherwise`. */
  readonly sort?: string | undefined;
  readonly columns?: Readonly<Record<string, (row: Row) => Place[number]>>;
  /** The order of rows that are alike in that column. It tells any two rows apart. */
  readonly otherwise: (row: Row) => Place;
  /** Whether `otherwise` goes from the greatest down. */
  readonly isOtherwiseDown?: boolean;
}

/** A page of rows in this order, behind the place that a key names; `next` is the key of the page after it. */
export function pageAfter<Row>(
  rows: readonly Row[],
  { sort, columns, otherwise, isOtherwiseDown = false }: OrderAtHand<Row>,
  after?: string,
): { shown: Row[]; next: string | null } {
  const column = columns?.[sort?.replace('-', '') ?? ''];
  const isDown = sort?.startsWith('-') ?? false;
  const inOrder = (one: Place, other: Place): number => {
    const at = one.findIndex((value, index) => compare(value, other[index] ?? null) !== 0);
    return compare(one[at] ?? null, other[at] ?? null, column && at === 0 ? isDown : isOtherwiseDown);
  };
  const places = rows
    .map((row) => ({ row, place: column ? [column(row), ...otherwise(row)] : otherwise(row) }))
    .sort((one, other) => inOrder(one.place, other.place));
  const behind = after ? placeAmong(places[0]?.place, after) : null;
  const from = behind ? places.findIndex(({ place }) => inOrder(place, behind) > 0) : 0;
  const shown = from < 0 ? [] : places.slice(from, from + pageSize);
  const last = shown.at(-1);
  return {
    shown: shown.map(({ row }) => row),
    next: last && from + pageSize < places.length ? keyOf(last.place) : null,
  };
}

/** Anybody can write a key: one that names no place that a row of this list could have is refused. */
function placeAmong(like: Place | undefined, key: string): Place {
  const place = placeOf(key, like?.length ?? null);
  const isAlike = place.every((value, at) => value === null || like?.[at] == null || typeof value === typeof like[at]);
  if (!isAlike) throw noSuchPlace();
  return place;
}
