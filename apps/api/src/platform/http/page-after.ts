import { refuse } from '@libretto/domain';
import { Refused } from '../refusals/refused';

const pageSize = 100;

/**
 * A key that has no place in its list, or no longer: continuing there would end the list, or begin it again, without
 * notice.
 */
export const noSuchPlace = () => new Refused(refuse('common.no-such-place'));

/**
 * The page of rows in memory that follows the one with this key; `next` is the key of the page after it. Refuses a key
 * that no row has.
 */
export function pageAfter<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after?: string,
): { shown: Row[]; next: string | null } {
  const from = after ? rows.findIndex((row) => keyOf(row) === after) + 1 : 0;
  if (after && from === 0) throw noSuchPlace();
  const shown = rows.slice(from, from + pageSize);
  const last = shown.at(-1);
  return { shown, next: last && from + pageSize < rows.length ? keyOf(last) : null };
}
