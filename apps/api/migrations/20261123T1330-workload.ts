import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  day,
  id,
  instant,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Workload1795440600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      workload_entry: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          moduleNumber: whole(),
          kind: code(),
          minutes: whole(),
          day: day(),
          source: code(),
          sourceId: line(36),
          sourceKey: line(160),
          reverses: optional(reference('workload_entry')),
          byAccountId: reference('account'),
          reason: optional(paragraph()),
          at: instant(),
        },
        unique: [['sourceKey'], ['reverses']],
        index: [['enrolmentId', 'moduleNumber', 'kind']],
      },
      self_study_approval: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          moduleNumber: whole(),
          minutes: whole(),
          reason: paragraph(),
          byAccountId: reference('account'),
          at: instant(),
        },
        index: [['enrolmentId', 'moduleNumber']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['self_study_approval', 'workload_entry']) await runner.dropTable(table);
  }
}
