import { type FieldRule, type FormPart, formParts } from '../programmes';
import { evidenceKindsOf } from './evidence';
import { emptyForm } from './form';
import type { PreCheck } from './pre-checks';
import type { Written } from './showing';

/** The part of the form that a pre-check reads. */
export const partOf = {
  'eqf-level': 'degrees',
  'months-of-experience': 'posts',
  cefr: 'languages',
} as const satisfies Record<PreCheck['about'], FormPart>;

/** The facts about a criterion that the form depends on. */
export interface AskedCriterion {
  readonly kind: 'required' | 'preferred';
  readonly preCheck?: PreCheck | undefined;
}

/** The terms of a programme for an application: its criteria, whether it allows exceptions, and its own fields. */
export interface Asks {
  readonly criteria: readonly AskedCriterion[];
  readonly knowsException: boolean;
  readonly fields: readonly FieldRule[];
}

/**
 * The parts that a form has: those that a criterion or a condition of an own field reads, and exceptional conditions if
 * the programme allows exceptions.
 */
export const partsAsked = ({ criteria, knowsException, fields }: Asks): FormPart[] =>
  formParts.filter(
    (part) =>
      criteria.some(({ preCheck }) => preCheck && partOf[preCheck.about] === part) ||
      fields.some(({ when }) => when?.field === part) ||
      (part === 'exceptionalConditions' && knowsException),
  );

/** A written form, without the parts and files that the programme does not ask for. */
export function asAsked<It extends Written>(parts: readonly FormPart[], it: It): It {
  const unasked = formParts.filter((part) => !parts.includes(part)).map((part) => [part, emptyForm[part]]);
  const kinds = evidenceKindsOf(parts);
  return {
    ...it,
    form: { ...it.form, ...Object.fromEntries(unasked) },
    evidence: it.evidence.filter(({ kind, fieldId }) => fieldId !== null || kinds.includes(kind)),
  };
}
