import type { TestStatistics } from '@libretto/contracts';
import { type Actor, answerInWords, type TestAnswer, type TestQuestion, wrongAnswerFloor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import type { MaterialPlace } from '../material/lock-material';
import { OpenMaterial } from '../material/open-material';
import { SelfTests } from './self-tests';

/** First attempts only: further ones tell what the feedback of the first has taught. */
const firstAnswers = `FROM self_test_answer given JOIN self_test_attempt attempt ON attempt.id = given.attemptId
  WHERE attempt.materialId = :materialId AND attempt.number = 1 AND attempt.finishedAt IS NOT NULL`;

@Injectable()
export class StatisticsOfTest {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenMaterial,
    private readonly tests: SelfTests,
  ) {}

  /** How the newest version's questions were answered. A fixed number of statements, however many have answered. */
  async read(actor: Actor, place: MaterialPlace): Promise<TestStatistics> {
    const material = await this.opening.for(actor, place);
    if (material.kind !== 'self-test') throw notFound();
    const { id: materialId, version, moduleNumber } = material;
    const [test, { attempts, answers, wrong }] = await Promise.all([
      version === null
        ? this.tests.draftOf(materialId)
        : this.tests.version(materialId, version).then(({ content }) => content),
      this.database.together({
        attempts: attemptRows(materialId),
        answers: answerRows(materialId),
        wrong: wrongRows(materialId),
      }),
    ]);
    const answered = new Map(answers.map((row) => [row.questionId, row]));
    const mostWrong = new Map(wrong.map((row) => [row.questionId, row]));
    return {
      title: { ...test.title },
      moduleNumber,
      people: Number(attempts[0]?.people ?? 0),
      passed: Number(attempts[0]?.passed ?? 0),
      mean: percentIn(attempts[0]?.mean),
      questions: test.questions.map((question) => {
        const counts = answered.get(question.rowId);
        return {
          id: question.rowId,
          kind: question.kind,
          text: { ...question.text },
          answered: Number(counts?.answered ?? 0),
          right: Number(counts?.right ?? 0),
          mean: percentIn(counts?.mean),
          wrong: wrongIn(question, mostWrong.get(question.rowId)),
        };
      }),
    };
  }
}

const attemptRows = (materialId: string) =>
  cellsOf(
    {
      people: 'COUNT(DISTINCT enrolmentId)',
      passed: 'COUNT(DISTINCT CASE WHEN isPassed = 1 THEN enrolmentId END)',
      mean: 'AVG(CASE WHEN number = 1 THEN percent END)',
    },
    'FROM self_test_attempt WHERE materialId = :materialId AND finishedAt IS NOT NULL',
    { materialId },
  );

const answerRows = (materialId: string) =>
  cellsOf(
    {
      questionId: 'given.questionId',
      answered: 'COUNT(*)',
      right: 'COUNT(CASE WHEN given.percent = 100 THEN 1 END)',
      mean: 'AVG(given.percent)',
    },
    `${firstAnswers} GROUP BY given.questionId`,
    { materialId },
  );

/** Of each question the wrong answer that most people gave. */
const wrongRows = (materialId: string) =>
  cellsOf(
    { questionId: 'questionId', answer: 'answer', people: 'people' },
    `FROM (
       SELECT given.questionId, given.answer, COUNT(*) people,
         ROW_NUMBER() OVER (PARTITION BY given.questionId ORDER BY COUNT(*) DESC, MIN(given.id)) place
       ${firstAnswers} AND given.percent < 100 GROUP BY given.questionId, given.answer
     ) most WHERE place = 1 AND people >= :floor`,
    { materialId, floor: wrongAnswerFloor },
  );

const percentIn = (mean: string | number | null | undefined): number | null =>
  mean === null || mean === undefined ? null : Math.round(Number(mean));

function wrongIn(
  question: TestQuestion,
  row: { readonly answer: unknown; readonly people: unknown } | undefined,
): TestStatistics['questions'][number]['wrong'] {
  if (!row) return null;
  const answer = JSON.parse(String(row.answer)) as TestAnswer;
  const people = Number(row.people);
  const words = answerInWords(question, answer);
  if (!Array.isArray(words)) return { people, options: [], typed: String(words) };
  return { people, options: words.map((texts) => ({ ...texts })), typed: null };
}
