import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, optional, reference } from '../src/platform/database/schema';

export class Completion1795443600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      completion: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          editionId: reference('edition'),
          metAt: optional(instant()),
        },
        unique: [['enrolmentId']],
        index: [['editionId', 'metAt']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('completion');
  }
}
