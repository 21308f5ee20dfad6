import type { finishAttempt, InputOf, TestAttempt as AttemptView } from '@libretto/contracts';
import { type Actor, isPass, percentOfTest, percentRight } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { RecordProgress } from '../progress/record-progress';
import { TestAnswer, TestAttempt } from './attempt.entity';
import { attemptView } from './attempt-view';
import { LockAttempt } from './lock-attempt';

@Injectable()
export class FinishAttempt {
  constructor(
    private readonly clock: Clock,
    private readonly locking: LockAttempt,
    private readonly progress: RecordProgress,
  ) {}

  /**
   * Hands in an attempt as it stands: what was not answered is not right. A participant who passes has finished the material.
   * Refusals: modules.material-not-open, modules.material-opens-after.
   */
  async run(actor: Actor, { params }: InputOf<typeof finishAttempt>): Promise<AttemptView> {
    return this.locking.during(actor, params, async (tx, { material, attempt, test, asked, answers }) => {
      if (attempt.finishedAt) return attemptView(attempt, test, [...answers.values()]);
      const scored = [...asked.values()].map(({ question }) => {
        const answer = answers.get(question.rowId);
        return { answer, points: question.points, percent: percentRight(question, answer?.answer) };
      });
      const percent = percentOfTest(scored);
      const isPassed = isPass(test, percent);
      const finishedAt = this.clock.now();
      const rows = scored.flatMap((one) => (one.answer ? [{ ...one.answer, percent: one.percent }] : []));
      await tx.put(TestAnswer, ['attemptId', 'questionId'], ...rows);
      const finished = { ...attempt, finishedAt, percent, isPassed };
      await tx.put(TestAttempt, ['enrolmentId', 'materialId', 'number'], finished);
      if (isPassed) await this.progress.step(tx, attempt.enrolmentId, material, 'passed');
      return attemptView(finished, test, rows);
    });
  }
}
