import type { SurveyQuestion } from '@libretto/contracts';
import type { QuestionAnswer, SurveyAnswers } from '@libretto/domain';

/** What stands in the fields of a survey, by the question's id; numbers are texts until they are sent. */
export type Typed = Readonly<Record<string, QuestionAnswer>>;

/** The answers in what was typed: blank fields are none. */
export function answersIn(questions: readonly SurveyQuestion[], typed: Typed): SurveyAnswers {
  return Object.fromEntries(
    questions.flatMap(({ id, kind }) => {
      const answer = typed[id];
      if (answer === undefined || isBlank(answer)) return [];
      return [[id, kind === 'number' ? Number(answer) : answer]];
    }),
  );
}

const isBlank = (answer: QuestionAnswer): boolean =>
  typeof answer === 'string' ? answer.trim() === '' : typeof answer === 'object' && Object.keys(answer).length === 0;
