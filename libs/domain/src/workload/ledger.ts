import { type WorkloadKind, workloadKinds } from '../programmes';
import { type Refusal, refuse } from '../refusal';

/** The sources of worked time: a closed roll, a declaration, work on the project. */
export const workloadSources = ['roll', 'declaration', 'project-work'] as const;
export type WorkloadSource = (typeof workloadSources)[number];

/** Sources in a participant's own words, which they may reverse: a roll is the tutor's. */
const declaredSources: readonly WorkloadSource[] = ['declaration', 'project-work'];

/** The fields of an entry, or of a sum of entries, for summing. */
export interface CountedMinutes {
  readonly moduleNumber: number;
  readonly kind: WorkloadKind;
  readonly minutes: number;
}

export type MinutesByKind = Readonly<Record<WorkloadKind, number>>;

/** A person's minutes: all of them, by kind, and by kind within each module. */
export interface LedgerSums {
  readonly total: number;
  readonly byKind: MinutesByKind;
  readonly byModule: ReadonlyMap<number, MinutesByKind>;
}

export const noMinutes: MinutesByKind = { contact: 0, 'self-study': 0, project: 0 };

/** Adds up entries; sums of entries add up just so. */
export function sumsOf(entries: readonly CountedMinutes[]): LedgerSums {
  let total = 0;
  const byKind = { ...noMinutes };
  const byModule = new Map<number, Record<WorkloadKind, number>>();
  for (const { moduleNumber, kind, minutes } of entries) {
    const ofModule = byModule.get(moduleNumber) ?? { ...noMinutes };
    byModule.set(moduleNumber, ofModule);
    ofModule[kind] += minutes;
    byKind[kind] += minutes;
    total += minutes;
  }
  return { total, byKind, byModule };
}

/** The notional minutes of these modules together. */
export function notionalOf(modules: readonly { readonly minutes: MinutesByKind }[]): MinutesByKind {
  const total = { ...noMinutes };
  for (const { minutes } of modules) for (const kind of workloadKinds) total[kind] += minutes[kind];
  return total;
}

/** The minutes of all kinds together. */
export const allMinutes = (minutes: MinutesByKind): number => minutes.contact + minutes['self-study'] + minutes.project;

/** An entry as a reversal looks at it. */
export interface ReversibleEntry extends CountedMinutes {
  readonly source: WorkloadSource;
  /** The entry that this one takes back. */
  readonly reverses: string | null;
  readonly isReversed: boolean;
}

/** The minutes that reverse a declared entry. A reversal stays, and no entry is reversed twice. */
export function reversalOf(entry: ReversibleEntry): number | Refusal {
  if (!declaredSources.includes(entry.source)) return refuse('workload.not-declared');
  if (entry.reverses) return refuse('workload.is-a-reversal');
  if (entry.isReversed) return refuse('workload.already-reversed');
  return -entry.minutes;
}
