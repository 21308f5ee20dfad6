/** What a file shows. */
export const evidenceKinds = ['degree', 'experience', 'language', 'exceptional-conditions', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A file: what it shows, and the own field that it answers, where it does. */
export interface Shown {
  readonly kind: EvidenceKind;
  readonly fieldId: string | null;
}
