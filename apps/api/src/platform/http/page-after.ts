const pageSize = 100;

/** The page of rows at hand that follows the one with this key; `next` is the key to ask for the page after it. */
export function pageAfter<Row>(rows: readonly Row[], keyOf: (row: Row) => string, after?: string): { shown: Row[]; next: string | null } {
  const from = rows.findIndex((row) => keyOf(row) === after) + 1;
  const shown = rows.slice(from, from + pageSize);
  const last = shown.at(-1);
  return { shown, next: last && from + pageSize < rows.length ? keyOf(last) : null };
}
