import type { checkAnswer, InputOf, ReplyOf, saveAnswers } from '@libretto/contracts';
import {
  type Actor,
  answerNamed,
  answerPlaced,
  isSame,
  outcomeOfAnswer,
  percentRight,
  refuse,
  type TestAnswer as Answer,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { BadInput } from '../../../platform/http/handles';
import { Refused } from '../../../platform/refusals/refused';
import { TestAnswer } from './attempt.entity';
import { LockAttempt, type LockedAttempt } from './lock-attempt';

@Injectable()
export class AnswerQuestions {
  constructor(
    private readonly clock: Clock,
    private readonly locking: LockAttempt,
  ) {}

  /**
   * Keeps answers until they are handed in. Refusals: modules.material-not-open, modules.material-opens-after,
   * modules.attempt-finished, modules.answer-checked.
   */
  async save(actor: Actor, { params, body }: InputOf<typeof saveAnswers>): Promise<void> {
    await this.locking.during(actor, params, async (tx, locked) => {
      refuseFinished(locked);
      const given = Object.entries(body.answers).map(([questionId, answer]) => ({
        questionId,
        answer: answer === null ? null : namedIn(locked, questionId, answer),
      }));
      // An answer that a window sends again after it was checked changes nothing.
      const changed = given.filter(({ questionId, answer }) => !isSame(locked.answers.get(questionId)?.answer, answer));
      if (changed.some(({ questionId }) => (locked.answers.get(questionId)?.percent ?? null) !== null))
        throw new Refused(refuse('modules.answer-checked'));
      const { id: attemptId } = locked.attempt;
      const gone = changed.flatMap(({ questionId, answer }) =>
        answer === null && locked.answers.has(questionId) ? [questionId] : [],
      );
      if (gone.length) await tx.manager.delete(TestAnswer, { attemptId, questionId: In(gone) });
      const kept = changed.flatMap(({ questionId, answer }) =>
        answer === null ? [] : [this.row(locked, questionId, answer, null)],
      );
      await tx.put(TestAnswer, ['attemptId', 'questionId'], ...kept);
    });
  }

  /**
   * Checks one answer for good. One that was checked before counts as it was. Refusals: modules.material-not-open,
   * modules.material-opens-after, modules.attempt-finished, modules.feedback-at-the-end.
   */
  async check(actor: Actor, { params, body }: InputOf<typeof checkAnswer>): Promise<ReplyOf<typeof checkAnswer>> {
    return this.locking.during(actor, params, async (tx, locked) => {
      refuseFinished(locked);
      if (locked.test.settings.feedback !== 'each') throw new Refused(refuse('modules.feedback-at-the-end'));
      const { questionId } = body;
      const asked = locked.asked.get(questionId);
      const now = locked.answers.get(questionId);
      const isChecked = now !== undefined && now.percent !== null;
      const answer = isChecked ? now.answer : namedIn(locked, questionId, body.answer);
      if (!asked) throw wrongAnswer(questionId);
      const row = this.row(locked, questionId, answer, percentRight(asked.question, answer));
      if (!isChecked) await tx.put(TestAnswer, ['attemptId', 'questionId'], row);
      const told = { answer: answerPlaced(asked, answer), outcome: outcomeOfAnswer(asked, answer) };
      return told as ReplyOf<typeof checkAnswer>;
    });
  }

  private row({ attempt }: LockedAttempt, questionId: string, answer: Answer, percent: number | null): TestAnswer {
    return { id: newId(), attemptId: attempt.id, questionId, answer, percent, answeredAt: this.clock.now() };
  }
}

function refuseFinished({ attempt }: LockedAttempt): void {
  if (attempt.finishedAt) throw new Refused(refuse('modules.attempt-finished'));
}

/** An answer as it is kept; bad input where this attempt asks no such question, or the question takes no such answer. */
function namedIn({ asked }: LockedAttempt, questionId: string, answer: Answer): Answer {
  const question = asked.get(questionId);
  const named = question ? answerNamed(question, answer) : null;
  if (named === null) throw wrongAnswer(questionId);
  return named;
}

const wrongAnswer = (questionId: string) =>
  new BadInput([{ path: `answers.${questionId}`, reason: 'not-possible', numbers: {} }]);
