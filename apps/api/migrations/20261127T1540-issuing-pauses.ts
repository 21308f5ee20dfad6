import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, optional, reference } from '../src/platform/database/schema';

/** For how long editions issued nothing. */
export class IssuingPauses1795794000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      issuing_pause: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          openFor: optional(reference('edition')),
          pausedAt: instant(),
          pausedBy: reference('account'),
          resumedAt: optional(instant()),
          resumedBy: optional(reference('account')),
        },
        unique: [['openFor']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('issuing_pause');
  }
}
