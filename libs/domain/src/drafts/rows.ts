import { isRecord } from './same';

/**
 * The key that identifies the rows of a repeated group while they are being written. No field of a programme can have
 * this name.
 */
export const rowKey = 'rowId';
export const longestRowId = 40;

export type DraftRow = Readonly<Record<string, unknown>> & { readonly [rowKey]: string };

export const isRows = (value: unknown): value is readonly DraftRow[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row) && typeof row[rowKey] === 'string');

/** The first row that has the id of an earlier one, by its place; -1 where each has its own or none yet. */
export function repeatedRow(rows: readonly unknown[]): number {
  const ids = rows.map((row) => (isRecord(row) ? row[rowKey] : undefined));
  return ids.findIndex((id, at) => id !== undefined && ids.indexOf(id) < at);
}

/** The draft with an id for each row that has none: by its place, so that two readers of the same draft give it the same. */
export function withRowIds<T>(draft: T): T {
  return eachList(draft, (rows) => {
    const taken = new Set(rows.map((row) => row[rowKey]));
    let last = 0;
    const next = (): string => {
      do last += 1;
      while (taken.has(`r${last}`));
      return `r${last}`;
    };
    return rows.map((row) => (row[rowKey] ? row : { ...row, [rowKey]: next() }));
  });
}

/** The draft for readers: row ids do not matter once it is written. */
export function withoutRowIds<T>(draft: T): T {
  return eachList(draft, (rows) => rows.map(({ [rowKey]: _, ...row }) => row));
}

type AnyRow = Readonly<Record<string, unknown>>;

/** Changes each list of rows of a draft, also of one within another record. */
function eachList<T>(draft: T, change: (rows: readonly AnyRow[]) => readonly AnyRow[]): T {
  if (!isRecord(draft)) return draft;
  const changed = Object.entries(draft).map(([key, value]): [string, unknown] => {
    if (Array.isArray(value) && value.every(isRecord)) return [key, change(value)];
    return [key, isRecord(value) ? eachList(value, change) : value];
  });
  return Object.fromEntries(changed) as T;
}
