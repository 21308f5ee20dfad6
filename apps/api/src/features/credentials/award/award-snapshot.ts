import type { AwardRecord, Texts } from '@libretto/credentials';
import type { WorkloadKind } from '@libretto/domain';

/**
 * The contents of an award: the record that is signed, and the parts that only the documents show. None of it ever
 * changes.
 */
export interface AwardSnapshot {
  readonly record: AwardRecord;
  readonly signatories: readonly Signatory[];
  /** The duration of the programme. */
  readonly months: number;
  /** The version of the programme that was achieved. */
  readonly programme: { readonly slug: string; readonly version: number };
  /** The minutes in the learner's ledger, by kind. */
  readonly recordedMinutes: Readonly<Partial<Record<WorkloadKind, number>>>;
}

export interface Signatory {
  readonly name: string;
  readonly capacity: Texts;
  readonly place: Texts;
  readonly body: string;
}

/** The learner's names and birth date in a correction. */
export type LearnerCorrection = AwardRecord['learner'];

/** Every text in a snapshot or a part of it: documents may have to show each. */
export const textsOf = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(textsOf)
      : [];

/** The snapshot with a correction of its learner: the award, its date and everything else stay as they were. */
export function corrected(snapshot: AwardSnapshot, learner: LearnerCorrection | null): AwardSnapshot {
  return learner ? { ...snapshot, record: { ...snapshot.record, learner } } : snapshot;
}
