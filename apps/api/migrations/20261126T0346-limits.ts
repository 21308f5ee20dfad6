import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, line } from '../src/platform/database/schema';

/** Guesses are counted by the platform's limits, in Redis or in memory, and no longer in a table. */
export class Limits1795664760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('guess');
  }

  async down(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      guess: { columns: { id: id(), target: line(64), at: instant() }, index: [['target', 'at'], ['at']] },
    });
  }
}
