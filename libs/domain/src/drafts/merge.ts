import { type DraftRow, isRows, rowKey } from './rows';
import { isNothing, isRecord, keysOf, same } from './same';

/** A change of a draft: the fields as they were when it began, and as they are to be. Unchanged fields are absent. */
export interface Change<Draft> {
  readonly from: Draft;
  readonly to: Draft;
}

/** One field that was changed here and elsewhere since, to different values. `null`: no value, or a removed row. */
export interface Clash {
  /** Names of fields and ids of rows, from the outside in. */
  readonly path: readonly string[];
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<Draft> {
  /** The stored draft with the change merged in; a clash keeps the stored value. */
  readonly draft: Draft;
  readonly clashes: readonly Clash[];
}

/**
 * Merges a change into a draft that may have moved on since. Fields merge one by one, rows of a group by their ids, the
 * columns of a row one by one; a field that both sides changed differently is a clash, which only a person can decide.
 * A field of the draft itself can be emptied but never removed: one that `to` does not have stays, even if `from` has
 * it.
 */
export function merge<Draft extends object>(stored: Draft, { from, to }: Change<Partial<Draft>>): Merged<Draft> {
  const clashes: Clash[] = [];
  const before = Object.fromEntries(Object.entries(from as Fields).filter(([key]) => Object.hasOwn(to, key)));
  const draft = mergeRecords([], before, stored as Fields, to as Fields, clashes);
  return { draft: draft as Draft, clashes };
}

type Fields = Readonly<Record<string, unknown>>;

function mergeValues(path: readonly string[], from: unknown, stored: unknown, to: unknown, clashes: Clash[]): unknown {
  if (same(to, from) || same(to, stored)) return stored;
  if (same(stored, from)) return to;
  const [was, is, will] = [from, stored, to].map((value) => (isNothing(value) ? undefined : value));
  if ([was, is, will].every((value) => !value || isRows(value)))
    return mergeRows(path, (was ?? []) as DraftRow[], (is ?? []) as DraftRow[], (will ?? []) as DraftRow[], clashes);
  if (isRecord(is) && isRecord(will)) return mergeRecords(path, isRecord(was) ? was : {}, is, will, clashes);
  clashes.push({ path, mine: will ?? null, theirs: is ?? null });
  return stored;
}

function mergeRecords(path: readonly string[], from: Fields, stored: Fields, to: Fields, clashes: Clash[]): Fields {
  const merged = keysOf(stored, to, from).map((key): [string, unknown] => [
    key,
    mergeValues([...path, key], from[key], stored[key], to[key], clashes),
  ]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** In the stored order; rows that were added here come last. */
function mergeRows(
  path: readonly string[],
  from: readonly DraftRow[],
  stored: readonly DraftRow[],
  to: readonly DraftRow[],
  clashes: Clash[],
) {
  const ids = [...new Set([...stored, ...to].map((row) => row[rowKey]))];
  const find = (rows: readonly DraftRow[], id: string) => rows.find((row) => row[rowKey] === id);
  return ids.flatMap((id) => {
    const merged = mergeValues([...path, id], find(from, id), find(stored, id), find(to, id), clashes);
    return merged === undefined ? [] : [merged];
  });
}

/** A draft with another value at a clash's place; `null` takes a row out. */
export function withValueAt<Draft>(draft: Draft, [first, ...rest]: readonly string[], value: unknown): Draft {
  if (first === undefined) return value as Draft;
  const inside = (old: unknown) => (rest.length ? withValueAt(old, rest, value) : value);
  if (!Array.isArray(draft)) return { ...draft, [first]: inside((draft as Fields | undefined)?.[first]) } as Draft;
  const rows = draft as DraftRow[];
  const changed = rows.some((row) => row[rowKey] === first)
    ? rows.map((row) => (row[rowKey] === first ? inside(row) : row))
    : [...rows, inside(undefined)];
  return changed.filter((row) => row !== null) as Draft;
}

/** The value at a clash's path; nothing if there is no such row. */
export const draftValueAt = (draft: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, name) =>
      Array.isArray(at) ? (at as DraftRow[]).find((row) => row[rowKey] === name) : (at as Fields | undefined)?.[name],
    draft,
  );

/** The fields in which two states of a draft differ, as they were and as they are. */
export function changeBetween<Draft extends object>(before: Draft, after: Draft): Change<Partial<Draft>> | null {
  const changed = keysOf(before, after).filter((key) => !same((before as Fields)[key], (after as Fields)[key]));
  const only = (draft: Draft) =>
    Object.fromEntries(
      changed.map((key) => [key, (draft as Fields)[key]]).filter(([, value]) => value !== undefined),
    ) as Partial<Draft>;
  return changed.length ? { from: only(before), to: only(after) } : null;
}
