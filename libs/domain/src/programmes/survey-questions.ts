/** A question of the survey that a programme's file has, as the rules look at it. */
export type SurveyQuestionRule = { readonly id: string; readonly required?: boolean | undefined } & (
  | ({ readonly kind: 'scale' } & StepsRule)
  | ({ readonly kind: 'matrix'; readonly rows: readonly { readonly id: string }[] } & StepsRule)
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly { readonly id: string }[] }
  | { readonly kind: 'number'; readonly min?: number | undefined; readonly max?: number | undefined }
  | { readonly kind: 'text'; readonly max?: number | undefined }
);

/** How many steps a scale has, if it says so. */
export interface StepsRule {
  readonly steps?: number | undefined;
}

/** The steps of a scale whose question does not say how many. */
const usualSteps = 5;

/** The steps of a scale, from the least: they are numbered from 1. */
export const scaleSteps = ({ steps = usualSteps }: StepsRule): number[] =>
  Array.from({ length: steps }, (_, at) => at + 1);

/** The end of a scale that a step is, at which a word stands; `null` for a step between them. */
export function endAt(scale: StepsRule, step: number): 'least' | 'most' | null {
  if (step === 1) return 'least';
  return step === scaleSteps(scale).length ? 'most' : null;
}

/** The days after the end of an edition in which its survey can be answered, where the programme does not say. */
export const usualSurveyDays = 14;

/** The most that a programme may say. */
export const mostSurveyDays = 120;
