import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, reference } from '../src/platform/database/schema';

/** Editions that issue nothing for now. */
export class IssuingPauses1795794000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      issuing_pause: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          pausedAt: instant(),
          pausedBy: reference('account'),
        },
        unique: [['editionId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('issuing_pause');
  }
}
