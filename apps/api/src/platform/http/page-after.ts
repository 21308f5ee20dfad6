import { refuse } from '@libretto/domain';
import { Refused } from '../refusals/refused';

const pageSize = 100;

/** A key that names no place in its list, or no longer: from there a list would end, or begin again, without a word. */
export const noSuchPlace = () => new Refused(refuse('common.no-such-place'));

/** The page of rows at hand that follows the one with this key; `next` is the key to ask for the page after it. Refuses a key that none of them has. */
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
