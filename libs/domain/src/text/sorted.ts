type Value = string | number | boolean | null;

/** Rows sorted by a column (`-column`: descending), with empty values last. Equal rows keep their order. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: string | undefined,
  columns: Readonly<Record<string, (row: Row) => Value>>,
): Row[] {
  const isDown = sort?.startsWith('-') ?? false;
  const valueOf = columns[sort?.replace('-', '') ?? ''];
  if (!valueOf) return [...rows];
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (isDown ? -1 : 1) * compare(a, b);
  });
}

const compare = (a: NonNullable<Value>, b: NonNullable<Value>): number =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
