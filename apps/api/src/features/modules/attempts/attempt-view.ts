import type { TestAttempt as AttemptView } from '@libretto/contracts';
import { answerPlaced, askedOn, isTold, outcomeOfAnswer, paperOf, type SelfTest } from '@libretto/domain';
import type { TestAnswer, TestAttempt } from './attempt.entity';

type Result = Pick<AttemptView, 'number' | 'startedAt' | 'finishedAt' | 'percent' | 'isPassed'>;

/** An attempt without its questions. */
export const resultOf = ({ number, startedAt, finishedAt, percent, isPassed }: TestAttempt): Result => ({
  number,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  percent,
  isPassed,
});

/** An attempt as its participant sees it: what is right is in it only for those questions of which it may be told by now. */
export function attemptView(
  attempt: TestAttempt,
  test: SelfTest,
  answers: readonly Pick<TestAnswer, 'questionId' | 'answer' | 'percent'>[],
): AttemptView {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return {
    ...resultOf(attempt),
    feedback: test.settings.feedback,
    passPercent: test.settings.passPercent,
    questions: askedOn(test, attempt.sheet).map((asked) => {
      const answer = given.get(asked.question.rowId);
      return {
        ...paperOf(asked),
        answer: answer ? answerPlaced(asked, answer.answer) : null,
        outcome: isTold(attempt, answer) ? outcomeOfAnswer(asked, answer?.answer) : null,
      } as AttemptView['questions'][number];
    }),
  };
}
