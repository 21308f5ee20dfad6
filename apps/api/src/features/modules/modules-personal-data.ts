import { answerInWords, type SelfTest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import { TestAnswer, TestAttempt } from './attempts/attempt.entity';
import { MaterialProgress } from './progress/material-progress.entity';

/** The materials that somebody has opened and finished, and their answers in self-tests, for that person. */
@Injectable()
export class ModulesPersonalData {
  constructor(private readonly database: Database) {}

  async about(enrolmentIds: readonly string[]) {
    if (!enrolmentIds.length) return { progress: [], selfTests: [] };
    const [progress, selfTests] = await Promise.all([this.progressOf(enrolmentIds), this.attemptsOf(enrolmentIds)]);
    return { progress, selfTests };
  }

  private async progressOf(enrolmentIds: readonly string[]) {
    const rows = await this.database.rows(
      rowsOf(
        MaterialProgress,
        'JOIN material ON material.id = it.materialId WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { by: ['id'], beside: { material: 'material.title', moduleNumber: 'material.moduleNumber' } },
      ),
    );
    return rows.map(({ material, moduleNumber, openedAt, finishedAt, finishedBy }) => ({
      moduleNumber: Number(moduleNumber),
      material: String(material),
      openedAt,
      finishedAt,
      finishedBy,
    }));
  }

  /** Each attempt with its answers, in the words of the version that it took. */
  private async attemptsOf(enrolmentIds: readonly string[]) {
    const { attempts, answers } = await this.database.together({
      attempts: rowsOf(
        TestAttempt,
        'JOIN self_test_version version ON version.id = it.versionId WHERE it.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { by: ['id'], beside: { test: 'version.content' } },
      ),
      answers: rowsOf(
        TestAnswer,
        'JOIN self_test_attempt attempt ON attempt.id = it.attemptId WHERE attempt.enrolmentId IN (:...enrolmentIds)',
        { enrolmentIds },
        { by: ['id'] },
      ),
    });
    const byAttempt = Map.groupBy(answers, ({ attemptId }) => attemptId);
    return attempts.map(({ id, number, startedAt, finishedAt, percent, isPassed, test }) => {
      const { title, questions } = JSON.parse(String(test)) as SelfTest;
      return {
        ...{ test: title, number, startedAt, finishedAt, percent, isPassed },
        answers: (byAttempt.get(id) ?? []).map(({ questionId, answer, percent: right, answeredAt }) => {
          const question = questions.find(({ rowId }) => rowId === questionId);
          return {
            question: question?.text ?? {},
            answer: question && answerInWords(question, answer),
            percent: right,
            answeredAt,
          };
        }),
      };
    });
  }
}
