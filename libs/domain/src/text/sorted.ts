export type Sortable = string | number | boolean | null;

/** Rows sorted by a column (`-column`: descending), with empty values last. Equal rows keep their order. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: string | undefined,
  columns: Readonly<Record<string, (row: Row) => Sortable>>,
): Row[] {
  const isDown = sort?.startsWith('-') ?? false;
  const valueOf = columns[sort?.replace('-', '') ?? ''];
  if (!valueOf) return [...rows];
  return rows.toSorted((one, other) => compare(valueOf(one), valueOf(other), isDown));
}

/** Which of two values comes first: names as people sort them, and nothing last, whichever way round. */
export function compare(one: Sortable, other: Sortable, isDown = false): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order =
    typeof one === 'string' && typeof other === 'string' ? one.localeCompare(other) : Number(one) - Number(other);
  return isDown ? -order : order;
}
