import { refuse } from '@libretto/domain';
import { Refused } from '../refusals/refused';

/**
 * The place of a row in an order: the values it is sorted by, the last of which tells it apart from rows that are alike. The
 * key of a page holds the place of its last row, so the next page begins behind that place even if the row is gone or moved.
 */
export type Place = readonly (string | number | boolean | null)[];

/** The refusal of a key that no page of such a list ever had: from there a list would end, or begin again, without a word. */
export const noSuchPlace = () => new Refused(refuse('common.no-such-place'));

export const keyOf = (place: Place): string => JSON.stringify(place);

/** The place that a key names, in an order of so many values; `null` stands for any number, in an empty list. */
export function placeOf(key: string, values: number | null): Place {
  const place = parsed(key);
  const isPlace =
    Array.isArray(place) &&
    place.length === (values ?? place.length) &&
    place.every((value) => value === null || typeof value !== 'object');
  if (!isPlace) throw noSuchPlace();
  return place;
}

function parsed(key: string): unknown {
  try {
    return JSON.parse(key);
  } catch {
    throw noSuchPlace();
  }
}
