import { type AnswerReason, simpleFault } from '../admissions';
import { scaleSteps, type StepsRule, type SurveyQuestionRule } from '../programmes';

/** The answer to one question: a step, an option or several, a number or a text; of a matrix the step of each row. */
export type QuestionAnswer = number | string | readonly string[] | Readonly<Record<string, number>>;

/** The answers by the question's id; a question that was left out is absent. */
export type SurveyAnswers = Readonly<Record<string, QuestionAnswer>>;

export interface SurveyFault {
  /** The question's id; in a matrix also the row's. */
  readonly path: readonly string[];
  /** Its sentence is `common.fields.<reason>`. */
  readonly reason: AnswerReason | 'missing';
  readonly numbers: Readonly<Record<string, string | number>>;
}

/** What keeps answers from being sent: a required question without one, or an answer that its question does not take. */
export function surveyFaults(questions: readonly SurveyQuestionRule[], answers: SurveyAnswers): SurveyFault[] {
  const known = new Set(questions.map(({ id }) => id));
  return [
    ...questions.flatMap((question) => faultsAt(question, ownIn(answers, question.id))),
    ...Object.keys(answers).flatMap((id) => (known.has(id) ? [] : [{ path: [id], ...fault('no-such-field') }])),
  ];
}

function faultsAt(question: SurveyQuestionRule, answer: QuestionAnswer | undefined): SurveyFault[] {
  const { id } = question;
  if (answer === undefined) return question.required ? [{ path: [id], ...fault('missing') }] : [];
  if (question.kind === 'matrix') return matrixFaults(question, answer);
  const found = oneFault(question, answer);
  return found ? [{ path: [id], ...found }] : [];
}

type Question<Kind extends SurveyQuestionRule['kind']> = Extract<SurveyQuestionRule, { readonly kind: Kind }>;
type Found = Omit<SurveyFault, 'path'> | null;

/** A required matrix needs a step in each of its rows; of another one, some may be left out, but not all. */
function matrixFaults(question: Question<'matrix'>, answer: QuestionAnswer): SurveyFault[] {
  const { id, rows, required } = question;
  if (typeof answer !== 'object' || Array.isArray(answer) || !Object.keys(answer).length)
    return [{ path: [id], ...fault('not-possible') }];
  const steps = answer as Readonly<Record<string, number>>;
  const missing = required ? rows.filter((row) => ownIn(steps, row.id) === undefined) : [];
  return [
    ...missing.map((row) => ({ path: [id, row.id], ...fault('missing') })),
    ...Object.entries(steps).flatMap(([row, step]) => {
      const found = rows.some((one) => one.id === row) ? stepFault(question, step) : fault('no-such-field');
      return found ? [{ path: [id, row], ...found }] : [];
    }),
  ];
}

function oneFault(question: Exclude<SurveyQuestionRule, Question<'matrix'>>, answer: unknown): Found {
  switch (question.kind) {
    case 'scale':
      return stepFault(question, answer);
    case 'choice':
      return simpleFault({ kind: 'choice', options: question.options }, answer);
    case 'choices':
      return simpleFault({ kind: 'choice', options: question.options, several: true }, answer);
    case 'number':
      return simpleFault({ kind: 'number', min: question.min, max: question.max }, answer);
    case 'text':
      return simpleFault({ kind: 'text', long: true, max: question.max }, answer);
  }
}

const stepFault = (scale: StepsRule, step: unknown): Found =>
  scaleSteps(scale).some((one) => one === step) ? null : fault('no-such-option');

/** The value of a key; a key that every object has, as `constructor`, may be an id. */
export const ownIn = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

const fault = (reason: SurveyFault['reason']): NonNullable<Found> => ({ reason, numbers: {} });
