import type { FormPart } from '../programmes';

/** The part of the form that a file is evidence for. */
export const evidenceKinds = ['degree', 'experience', 'language', 'exceptional-conditions', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The part of the form that a file of this kind belongs to; without one, every form takes it. */
const partOfEvidence: Readonly<Record<EvidenceKind, FormPart | null>> = {
  degree: 'degrees',
  experience: 'posts',
  language: 'languages',
  'exceptional-conditions': 'exceptionalConditions',
  other: null,
};

/** The kinds of files that a form with these parts takes. */
export const evidenceKindsOf = (parts: readonly FormPart[]): EvidenceKind[] =>
  evidenceKinds.filter((kind) => {
    const part = partOfEvidence[kind];
    return part === null || parts.includes(part);
  });

/** A file: the part that it is evidence for, and the own field that it answers, if it does. */
export interface Shown {
  readonly kind: EvidenceKind;
  readonly fieldId: string | null;
}
