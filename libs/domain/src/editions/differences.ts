import { isSame } from '../canonical';
import type { CompletionRequirements } from '../completion';
import type { MinutesByKind } from '../workload';

/** One requirement of a version: a share in percent or minutes, and its modules if it names them. */
export interface AskedAmount {
  readonly amount: number;
  readonly modules: readonly number[];
}

export const requirementKinds = [
  'modules',
  'in-presence',
  'ledger-minutes',
  'project-work',
  'peer-feedback',
  'survey',
] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** Parts of a programme whose change is reported by name alone. */
export const programmeParts = [
  'modules',
  'attendance',
  'project-work',
  'form',
  'exception',
  'deadlines',
  'survey',
  'presentation',
] as const;
export type ProgrammePart = (typeof programmeParts)[number];

export interface ComparedCriterion<Statement> {
  readonly kind: 'required' | 'preferred';
  readonly statement: Statement;
}

/** One difference between two versions; `null` if a version has no such part. */
export type Difference<Statement> =
  | {
      readonly what: 'requirement';
      readonly kind: RequirementKind;
      readonly before: AskedAmount | null;
      readonly after: AskedAmount | null;
    }
  | {
      readonly what: 'module';
      readonly number: number;
      readonly before: MinutesByKind | null;
      readonly after: MinutesByKind | null;
    }
  | {
      readonly what: 'criterion';
      readonly before: ComparedCriterion<Statement> | null;
      readonly after: ComparedCriterion<Statement> | null;
    }
  | { readonly what: 'part'; readonly part: ProgrammePart };

/**
 * The compared parts of a version: its requirements, its modules with their minutes, its criteria, and the rest by
 * parts.
 */
export interface ComparedVersion<Statement> {
  readonly requirements: CompletionRequirements;
  readonly modules: readonly { readonly number: number; readonly minutes: MinutesByKind }[];
  readonly criteria: readonly ({ readonly id: string } & ComparedCriterion<Statement>)[];
  readonly parts: Readonly<Record<ProgrammePart, unknown>>;
}

/** The changes from one version to another, in the order of a programme file. */
export function differencesBetween<Statement>(
  from: ComparedVersion<Statement>,
  to: ComparedVersion<Statement>,
): Difference<Statement>[] {
  const asked = requirementKinds.flatMap((kind) => {
    const [before, after] = [askedOf(kind, from.requirements), askedOf(kind, to.requirements)];
    return isSame(before, after) ? [] : [{ what: 'requirement' as const, kind, before, after }];
  });
  const modules = pairs(from.modules, to.modules, ({ number }) => number).map(([before, after]) => ({
    what: 'module' as const,
    number: (before ?? after)?.number ?? 0,
    before: before?.minutes ?? null,
    after: after?.minutes ?? null,
  }));
  const criteria = pairs(from.criteria, to.criteria, ({ id }) => id).map(([before, after]) => ({
    what: 'criterion' as const,
    before: before ? criterionOf(before) : null,
    after: after ? criterionOf(after) : null,
  }));
  const parts = programmeParts
    .filter((part) => !isSame(from.parts[part], to.parts[part]))
    .map((part) => ({ what: 'part' as const, part }));
  return [...asked, ...modules, ...criteria, ...parts];
}

/** What somebody meets who takes part already: not what is asked of applicants, or said to readers of the catalogue. */
export const metInCourse = <Statement>(differences: readonly Difference<Statement>[]): CourseDifference<Statement>[] =>
  differences.filter((one): one is CourseDifference<Statement> =>
    one.what === 'part' ? courseParts.some((part) => part === one.part) : one.what !== 'criterion',
  );

const courseParts = ['modules', 'attendance', 'project-work', 'survey'] as const;
type CoursePart = (typeof courseParts)[number];

export type CourseDifference<Statement> =
  | Extract<Difference<Statement>, { what: 'requirement' | 'module' }>
  | { readonly what: 'part'; readonly part: CoursePart };

const criterionOf = <Statement>({ kind, statement }: ComparedCriterion<Statement>): ComparedCriterion<Statement> => ({
  kind,
  statement,
});

function askedOf(kind: RequirementKind, asked: CompletionRequirements): AskedAmount | null {
  const amounts: Record<RequirementKind, number> = {
    modules: asked.modules?.percentOfMinutes ?? 0,
    'in-presence': asked.inPresencePercent,
    'ledger-minutes': asked.ledgerMinutes ?? 0,
    'project-work': Number(asked.projectWorkPassed),
    'peer-feedback': (asked.peerFeedback ?? []).reduce((sum, { foreseen }) => sum + foreseen, 0),
    survey: Number(asked.surveyAnswered),
  };
  const amount = amounts[kind];
  return amount === 0 ? null : { amount, modules: kind === 'modules' ? (asked.modules?.numbers ?? []) : [] };
}

/** Items with the same key in both lists that differ, or that are in one of them only. */
function pairs<Item>(
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string | number,
): [Item | undefined, Item | undefined][] {
  const keys = [...new Set([...from, ...to].map(keyOf))];
  return keys
    .map((key): [Item | undefined, Item | undefined] => [
      from.find((item) => keyOf(item) === key),
      to.find((item) => keyOf(item) === key),
    ])
    .filter(([before, after]) => !isSame(before, after));
}
