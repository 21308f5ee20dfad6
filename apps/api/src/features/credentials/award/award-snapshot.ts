import type { AwardRecord, Texts } from '@libretto/credentials';
import type { CertificateDesign, DocumentLanguage, WorkloadKind } from '@libretto/domain';

/**
 * The contents of an award: the record that is signed, and the parts that only the documents show. None of it ever
 * changes.
 */
export interface AwardSnapshot {
  readonly record: AwardRecord;
  readonly signatories: readonly Signatory[];
  /** What the programme lets its certificate say. Absent in awards that were made before programmes could. */
  readonly certificate?: CertificateWishes;
  /** Its number in the register, where the programme has one. */
  readonly registerNumber?: string;
  /** The parts of the programme that its author made up: documents mark them. */
  readonly illustrative?: readonly string[];
  /** The pictures of the programme by their names: the hash of each, or the picture itself in a preview. */
  readonly pictures?: Readonly<Record<string, string>> | undefined;
  /** The duration of the programme. */
  readonly months: number;
  /** The version of the programme that was achieved. */
  readonly programme: { readonly slug: string; readonly version: number };
  /** The minutes in the learner's ledger, by kind. */
  readonly recordedMinutes: Readonly<Partial<Record<WorkloadKind, number>>>;
}

export interface CertificateWishes {
  readonly heading?: Texts | undefined;
  /** The first one upright. Absent: English, then Italian. */
  readonly languages?: readonly DocumentLanguage[] | undefined;
  readonly design?: CertificateDesign | undefined;
  /** The names of pictures. */
  readonly logo?: string | undefined;
  readonly seal?: string | undefined;
  /** The logos of bodies and partners, by the names of these. */
  readonly logos?: Readonly<Record<string, string>>;
  readonly place?: Texts | undefined;
  readonly register?: string | undefined;
  readonly registered?: Texts | undefined;
  /** The names of the partners who organise the course too. */
  readonly organisers: readonly string[];
}

export interface Signatory {
  readonly name: string;
  readonly capacity: Texts;
  readonly place: Texts;
  readonly body: string;
  /** The name of the picture of the signature. */
  readonly signature?: string | undefined;
}

/** What a correction says in place of the award: the learner's names and birth date, and grades that have changed since. */
export interface Correction extends LearnerCorrection {
  readonly grades?: AwardRecord['grades'] | undefined;
}
export type LearnerCorrection = AwardRecord['learner'];

/** Every text in a snapshot or a part of it: documents may have to show each. */
export function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap((one) => textsOf(one)) : [];
}

/** The snapshot as a correction has it: the award, its date and everything else stay as they were. */
export function corrected(snapshot: AwardSnapshot, correction: Correction | null): AwardSnapshot {
  if (!correction) return snapshot;
  const { grades, ...learner } = correction;
  return { ...snapshot, record: { ...snapshot.record, learner, ...(grades && { grades }) } };
}
