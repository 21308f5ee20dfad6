import { scaleSteps, type StepsRule, type SurveyQuestionRule } from '../programmes';
import { ownIn, type QuestionAnswer } from './answers';

/** How often each of some things was chosen. */
export interface TallyCount {
  /** An option's id, or a step. */
  readonly of: string;
  readonly count: number;
}

interface StepTally {
  readonly counts: readonly TallyCount[];
  /** The mean of the steps; `null` without an answer. */
  readonly mean: number | null;
}

/** What was answered to one question; `answered` is how many did. */
export type SurveyTally = { readonly id: string; readonly answered: number } & (
  | ({ readonly kind: 'scale' } & StepTally)
  | { readonly kind: 'choice' | 'choices'; readonly counts: readonly TallyCount[] }
  | {
      readonly kind: 'matrix';
      readonly rows: readonly ({ readonly id: string; readonly answered: number } & StepTally)[];
    }
  | {
      readonly kind: 'number';
      readonly least: number | null;
      readonly median: number | null;
      readonly mean: number | null;
      readonly most: number | null;
    }
  | { readonly kind: 'text'; readonly texts: readonly string[] }
);

/** Sums up the answers to one question. Texts stay in the order in which they come, which has to be one that tells nothing. */
export function tallyOf(question: SurveyQuestionRule, answers: readonly QuestionAnswer[]): SurveyTally {
  const { id } = question;
  const answered = answers.length;
  switch (question.kind) {
    case 'scale':
      return { id, kind: 'scale', answered, ...stepTally(question, answers as number[]) };
    case 'choice':
    case 'choices':
      return {
        id,
        kind: question.kind,
        answered,
        counts: countsOf(
          question.options.map((one) => one.id),
          answers.flat(),
        ),
      };
    case 'matrix':
      return {
        id,
        kind: 'matrix',
        answered,
        rows: rowTallies(question, answers as Readonly<Record<string, number>>[]),
      };
    case 'number':
      return { id, kind: 'number', answered, ...numberTally(answers as number[]) };
    case 'text':
      return { id, kind: 'text', answered, texts: answers as string[] };
  }
}

function rowTallies(
  question: Extract<SurveyQuestionRule, { readonly kind: 'matrix' }>,
  answers: readonly Readonly<Record<string, number>>[],
) {
  return question.rows.map(({ id }) => {
    const steps = answers.flatMap((answer) => ownIn(answer, id) ?? []);
    return { id, answered: steps.length, ...stepTally(question, steps) };
  });
}

const stepTally = (scale: StepsRule, steps: readonly number[]): StepTally => ({
  counts: countsOf(scaleSteps(scale).map(String), steps),
  mean: meanOf(steps),
});

const countsOf = (all: readonly string[], chosen: readonly unknown[]): TallyCount[] =>
  all.map((of) => ({ of, count: chosen.filter((one) => String(one) === of).length }));

function numberTally(numbers: readonly number[]) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return {
    least: sorted[0] ?? null,
    median: meanOf([Math.floor(middle), Math.ceil(middle)].flatMap((at) => sorted[at] ?? [])),
    mean: meanOf(sorted),
    most: sorted.at(-1) ?? null,
  };
}

const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null;
