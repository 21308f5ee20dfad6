import { isSame } from '../canonical';
import {
  briefsIn,
  type BriefAuthors,
  deductionOf,
  type GradingTerms,
  type LateTerms,
  scaleOf,
  stepsOf,
} from '../project-work';
import { type Refusal, refuse } from '../refusal';
import type { ModuleMode } from '../programmes';
import { changeIn, type EditionState } from './edition';

/** The parts of a brief that groups, submissions and markings refer to. */
export interface RunBrief extends LateTerms {
  readonly id?: string | undefined;
  readonly module: number;
  readonly by: BriefAuthors;
  readonly brief: unknown;
  readonly rubric: readonly unknown[];
  readonly markers: number;
  readonly peerFeedback?: unknown;
}

/** The numbers of groups, submissions, markings and asked feedbacks of one brief. */
export interface KeptWorks {
  readonly groups: number;
  readonly submissions: number;
  readonly markings: number;
  readonly feedback: number;
}

/** The parts of its version that the records of a running edition refer to. */
export interface RunVersion {
  readonly modules: readonly { readonly number: number; readonly mode: ModuleMode }[];
  readonly projectWork: RunBrief | readonly RunBrief[];
  readonly admission: {
    readonly criteria: readonly { readonly id: string; readonly kind: string }[];
    readonly exception?: unknown;
    readonly form?: readonly { readonly id: string; readonly kind: string }[] | undefined;
    readonly appealDays: number;
  };
}

/** The number of an edition's records that could lose their subject in a newer version. */
export interface KeptRecords {
  /** By the module's number. */
  readonly sessions: ReadonlyMap<number, number>;
  readonly materials: ReadonlyMap<number, number>;
  readonly entries: ReadonlyMap<number, number>;
  /** By brief. */
  readonly works: ReadonlyMap<string, KeptWorks>;
  /** Submitted applications in any state; and those on which a first or second decision may still come. */
  readonly submitted: number;
  readonly undecided: number;
}

export const hindranceKinds = [
  'module-gone',
  'module-mode',
  'brief-gone',
  'brief',
  'rubric',
  'grades',
  'markers',
  'deduction',
  'grouping',
  'project-module',
  'peer-feedback',
  'criteria',
  'form',
  'appeal-days',
] as const;
export type HindranceKind = (typeof hindranceKinds)[number];
export const heldRecords = [
  'sessions',
  'materials',
  'entries',
  'groups',
  'submissions',
  'markings',
  'feedback',
  'applications',
] as const;
export type HeldRecord = (typeof heldRecords)[number];

/** A part that the newer version changes although records of the edition are about it. */
export interface Hindrance {
  readonly what: HindranceKind;
  readonly module: number | null;
  readonly brief: string | null;
  readonly records: HeldRecord;
  /** The number; `null` for applications, which not everybody may count. */
  readonly count: number | null;
}

/** The hindrances to running `to` instead of `from`: every part that changes under records. */
export function hindrancesOf(from: RunVersion, to: RunVersion, kept: KeptRecords): Hindrance[] {
  return [...modulesKept(from, to, kept), ...projectWorkKept(from, to, kept), ...admissionKept(from, to, kept)];
}

/**
 * An edition that is not closed moves to the newest version of its programme, if its coordinator has seen that version
 * and there are no hindrances.
 */
export function mayMove(
  { state, runs, newest }: { state: EditionState; runs: number; newest: number },
  seen: { from: number; to: number },
  hindrances: readonly Hindrance[],
): Refusal | true {
  const changes = changeIn(state);
  if (changes !== true) return changes;
  if (newest <= runs) return refuse('editions.no-newer-version', { runs });
  if (seen.from !== runs || seen.to !== newest) return refuse('editions.move-is-stale', { runs, newest });
  if (hindrances.length)
    return refuse('editions.move-is-hindered', { hindrances: hindrances.length, ...countsOf(hindrances) });
  return true;
}

function modulesKept(from: RunVersion, to: RunVersion, { sessions, materials, entries }: KeptRecords): Hindrance[] {
  return from.modules.flatMap(({ number, mode }) => {
    const next = to.modules.find((module) => module.number === number);
    if (next?.mode === mode) return [];
    const what = next ? 'module-mode' : 'module-gone';
    const held = (records: HeldRecord, count = 0) => hindrance(what, records, count, { module: number });
    return [
      ...held('sessions', sessions.get(number)),
      ...held('materials', materials.get(number)),
      ...held('entries', entries.get(number)),
    ];
  });
}

function projectWorkKept(from: RunVersion, to: RunVersion, { works }: KeptRecords): Hindrance[] {
  const next = new Map(briefsIn(to.projectWork).map((brief) => [brief.id, brief]));
  return briefsIn(from.projectWork).flatMap((brief) => {
    const kept = works.get(brief.id);
    return kept ? briefKept(brief, next.get(brief.id), kept) : [];
  });
}

function briefKept(from: RunBrief & { readonly id: string }, to: RunBrief | undefined, kept: KeptWorks): Hindrance[] {
  const held = (what: HindranceKind, records: keyof KeptWorks) =>
    hindrance(what, records, kept[records], { brief: from.id });
  if (!to) return held('brief-gone', 'groups');
  return [
    ...(isSame(from.brief, to.brief) ? [] : held('brief', 'markings')),
    ...(isSame(from.rubric, to.rubric) ? [] : held('rubric', 'markings')),
    // A grade says what it says on its scale only.
    ...(!scaleOf(from) || isSame(gradesOf(from), gradesOf(to)) ? [] : held('grades', 'markings')),
    // A work that the old version's number of markers has marked is not marked again by the new number.
    ...(from.markers === to.markers ? [] : held('markers', 'markings')),
    // Nobody who has handed in is told afterwards that being late costs something else.
    ...(isSame(deductionOf(from), deductionOf(to)) ? [] : held('deduction', 'submissions')),
    ...(from.by === to.by ? [] : held('grouping', 'groups')),
    ...(from.module === to.module ? [] : held('project-module', 'submissions')),
    ...(isSame(from.peerFeedback, to.peerFeedback) ? [] : held('peer-feedback', 'feedback')),
  ];
}

function gradesOf(terms: GradingTerms): readonly unknown[] {
  const scale = scaleOf(terms);
  return scale ? stepsOf(scale) : [];
}

/**
 * While applications are judged, their terms stay word by word. Afterwards they may grow and be reworded, but the
 * subjects of existing findings and answers stay. Nobody's time to appeal gets shorter.
 */
function admissionKept(
  { admission: from }: RunVersion,
  { admission: to }: RunVersion,
  { submitted, undecided }: KeptRecords,
): Hindrance[] {
  const judgedBy = ({ criteria, exception }: RunVersion['admission']) => ({ criteria, exception });
  const applications = (what: HindranceKind, isTouched: boolean) =>
    isTouched ? [{ what, module: null, brief: null, records: 'applications' as const, count: null }] : [];
  return [
    ...applications(
      'criteria',
      undecided > 0 ? !isSame(judgedBy(from), judgedBy(to)) : submitted > 0 && loses(from.criteria, to.criteria),
    ),
    ...applications('form', undecided > 0 ? !isSame(from.form, to.form) : submitted > 0 && loses(from.form, to.form)),
    ...applications('appeal-days', submitted > 0 && to.appealDays < from.appealDays),
  ];
}

interface Kinded {
  readonly id: string;
  readonly kind: string;
}

/** Whether an item of the one list is missing in the other, or of another kind there. */
const loses = (from: readonly Kinded[] = [], to: readonly Kinded[] = []): boolean =>
  from.some(({ id, kind }) => to.find((other) => other.id === id)?.kind !== kind);

const hindrance = (
  what: HindranceKind,
  records: HeldRecord,
  count: number,
  { module = null, brief = null }: { module?: number | null; brief?: string | null },
): Hindrance[] => (count > 0 ? [{ what, module, brief, records, count }] : []);

/** The records in the way, each kind of a brief counted once: the same markings hold the brief and the rubric. */
function countsOf(hindrances: readonly Hindrance[]): Partial<Record<HeldRecord, number>> {
  const counts: Partial<Record<HeldRecord, number>> = {};
  const counted = new Set<string>();
  for (const { module, brief, records, count } of hindrances) {
    const once = `${brief} ${records}`;
    if (count === null || (module === null && counted.has(once))) continue;
    counted.add(once);
    counts[records] = (counts[records] ?? 0) + count;
  }
  return counts;
}
