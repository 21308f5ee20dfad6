import { canonical } from '../canonical';
import type { ApplicationForm } from './form';
import { ownFieldKey } from '../programmes';

/** One item of a list: a degree, a post, a file, a chosen option. */
export type ListItem = string | Readonly<Record<string, unknown>>;

/** The contents of one version of a dossier. */
export interface DossierContents {
  /** The applicant's institution. */
  readonly institution: string;
  readonly form: ApplicationForm;
  readonly evidence: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
}

/** The change of one item of a list. An added item has no `before`, a removed one no `after`. */
export interface ItemChange {
  readonly is: 'kept' | 'added' | 'removed' | 'changed';
  readonly before: ListItem | null;
  readonly after: ListItem | null;
}

/** The difference between two versions in one field of a dossier. */
export type FieldChange =
  | { readonly field: string; readonly kind: 'text'; readonly before: string; readonly after: string }
  | { readonly field: string; readonly kind: 'list'; readonly items: readonly ItemChange[] };

/** All differences between an earlier and a later version of a dossier, in the order of the form. */
export function changesBetween(earlier: DossierContents, later: DossierContents): FieldChange[] {
  const before = fieldsOf(earlier);
  const after = fieldsOf(later);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): FieldChange[] => {
    const [was, is] = [before[field], after[field]];
    if (canonical(was) === canonical(is)) return [];
    if (isList(was) || isList(is))
      return [
        { field, kind: 'list', items: itemChanges(isList(was) ? was : [], isList(is) ? is : [], field !== 'evidence') },
      ];
    return [{ field, kind: 'text', before: asText(was), after: asText(is) }];
  });
}

/** Each field by its key in questions. */
function fieldsOf({ institution, form, evidence }: DossierContents): Record<string, unknown> {
  const { degrees, posts, languages, motivation, exceptionalConditions, referees, answers } = form;
  const own = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [ownFieldKey(id), answer]));
  return { institution, degrees, posts, languages, motivation, exceptionalConditions, referees, ...own, evidence };
}

/**
 * Items that stayed, were added or removed, in the order of the list. An item of which a part is the same has changed,
 * if `inPart` allows that: a file never does.
 */
function itemChanges(before: readonly ListItem[], after: readonly ListItem[], inPart: boolean): ItemChange[] {
  const changes: ItemChange[] = [];
  let [removed, added]: [ListItem[], ListItem[]] = [[], []];
  const closeGap = () => {
    changes.push(...(inPart ? paired(removed, added) : apart(removed, added)));
    [removed, added] = [[], []];
  };
  let [from, to] = [0, 0];
  for (const [keptFrom, keptTo] of longestCommon(before.map(canonical), after.map(canonical))) {
    removed = before.slice(from, keptFrom);
    added = after.slice(to, keptTo);
    closeGap();
    changes.push({ is: 'kept', before: before[keptFrom] as ListItem, after: after[keptTo] as ListItem });
    [from, to] = [keptFrom + 1, keptTo + 1];
  }
  removed = before.slice(from);
  added = after.slice(to);
  closeGap();
  return changes;
}

const apart = (removed: readonly ListItem[], added: readonly ListItem[]): ItemChange[] => [
  ...removed.map((item): ItemChange => ({ is: 'removed', before: item, after: null })),
  ...added.map((item): ItemChange => ({ is: 'added', before: null, after: item })),
];

/** Pairs removed items with those that took their place, one by one, as long as they have something in common. */
function paired(removed: readonly ListItem[], added: readonly ListItem[]): ItemChange[] {
  const both = Math.min(removed.length, added.length);
  const pairs = removed.slice(0, both).flatMap((before, at): ItemChange[] => {
    const after = added[at] as ListItem;
    return shareSomething(before, after) ? [{ is: 'changed', before, after }] : apart([before], [after]);
  });
  return [...pairs, ...apart(removed.slice(both), added.slice(both))];
}

function shareSomething(one: ListItem, other: ListItem): boolean {
  if (typeof one === 'string' || typeof other === 'string') return false;
  return Object.entries(one).some(([name, value]) => value !== null && canonical(value) === canonical(other[name]));
}

/** The places, in both lists, of a longest sequence that they have in common. */
function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      (lengths[i] as number[])[j] =
        one[i] === other[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
  const places: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;) {
    if (one[i] === other[j]) places.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return places;
}

const isList = (value: unknown): value is readonly ListItem[] => Array.isArray(value);
const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
