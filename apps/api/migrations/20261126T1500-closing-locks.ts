import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id } from '../src/platform/database/schema';

/** A row for each edition that its changes share, and that closing takes for itself. */
export class ClosingLocks1795705200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, { edition_closing_lock: { columns: { id: id() } } });
    await runner.query('INSERT INTO edition_closing_lock (id) SELECT id FROM edition');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('edition_closing_lock');
  }
}
