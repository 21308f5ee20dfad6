import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, day, id, instant, reference, whole } from '../src/platform/database/schema';

export class Assignment1795447980000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      assignment_run: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          number: whole(),
          byId: reference('account'),
          at: instant(),
          readBy: day(),
        },
        unique: [['editionId', 'number']],
      },
      assignment: {
        columns: {
          id: id(),
          applicationId: reference('application'),
          accountId: reference('account'),
          runId: reference('assignment_run'),
        },
        unique: [['applicationId', 'accountId']],
        index: [['runId', 'accountId']],
      },
      reading_limit: {
        columns: { id: id(), editionId: reference('edition'), accountId: reference('account'), dossiers: whole() },
        unique: [['editionId', 'accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reading_limit', 'assignment', 'assignment_run']) await runner.dropTable(table);
  }
}
