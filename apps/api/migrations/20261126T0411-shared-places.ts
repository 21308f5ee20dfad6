import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, flag } from '../src/platform/database/schema';

/** Whether countries without a quota share the places that the quotas leave: until now they did not. */
export class SharedPlaces1795666260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'edition', 'othersSharePlaces', flag(), '0');
  }

  async down(runner: QueryRunner): Promise<void> {
    // The runner would rebuild the table on SQLite, and rows refer to it.
    await runner.query('ALTER TABLE edition DROP COLUMN othersSharePlaces');
  }
}
