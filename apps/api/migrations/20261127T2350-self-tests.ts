import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  createTables,
  dropReference,
  flag,
  id,
  instant,
  json,
  line,
  madeOf,
  optional,
  reference,
  whole,
} from '../src/platform/database/schema';

const tables = ['self_test_answer', 'self_test_attempt', 'self_test_version', 'self_test_draft'];

/** Self-tests as authors write them, the attempts of participants, and what a material opens after. */
export class SelfTests1795823400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'material', 'opensAfterId', optional(reference('material')));
    await createTables(runner, {
      self_test_draft: {
        columns: {
          id: id(),
          materialId: madeOf('material'),
          content: json(),
          changedBy: reference('account'),
          changedAt: instant(),
        },
        unique: [['materialId']],
      },
      self_test_version: {
        columns: {
          id: id(),
          materialId: madeOf('material'),
          number: whole(),
          title: json(),
          content: json(),
          publishedBy: reference('account'),
          publishedAt: instant(),
        },
        unique: [['materialId', 'number']],
      },
      self_test_attempt: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          materialId: madeOf('material'),
          versionId: reference('self_test_version'),
          number: whole(),
          sheet: json(),
          startedAt: instant(),
          finishedAt: optional(instant()),
          percent: optional(whole()),
          isPassed: optional(flag()),
        },
        unique: [['enrolmentId', 'materialId', 'number']],
        index: [['materialId']],
      },
      self_test_answer: {
        columns: {
          id: id(),
          attemptId: madeOf('self_test_attempt'),
          questionId: line(40),
          answer: json(),
          percent: optional(whole()),
          answeredAt: instant(),
        },
        unique: [['attemptId', 'questionId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table);
    await dropReference(runner, 'material', 'opensAfterId');
    await runner.query(`DELETE FROM material WHERE kind = 'self-test'`);
  }
}
