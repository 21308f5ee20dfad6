import type { FieldRule } from '../programmes';
import type { PreCheck } from './pre-checks';

/** The parts of the form that only some programmes need. Motivation, referees and files stand in every form. */
export const formParts = ['degrees', 'posts', 'languages', 'exceptionalConditions'] as const;
export type FormPart = (typeof formParts)[number];

/** Which part a pre-check reads. */
export const partOf = {
  'eqf-level': 'degrees',
  'months-of-experience': 'posts',
  cefr: 'languages',
} as const satisfies Record<PreCheck['about'], FormPart>;

/** A criterion as the form looks at it. */
export interface AskedCriterion {
  readonly kind: 'required' | 'preferred';
  readonly preCheck?: PreCheck | undefined;
}

/** What a programme asks of an application: its criteria, whether it knows exceptions, and its own fields. */
export interface Asks {
  readonly criteria: readonly AskedCriterion[];
  readonly knowsException: boolean;
  readonly fields: readonly FieldRule[];
}

/** The parts that a form has: those that a criterion or a condition of an own field reads, and exceptions where there are any. */
export const partsAsked = ({ criteria, knowsException, fields }: Asks): FormPart[] =>
  formParts.filter(
    (part) =>
      criteria.some(({ preCheck }) => preCheck && partOf[preCheck.about] === part) ||
      fields.some(({ when }) => when?.field === part) ||
      (part === 'exceptionalConditions' && knowsException),
  );
