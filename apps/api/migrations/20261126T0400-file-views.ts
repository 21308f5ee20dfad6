import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, line, optional } from '../src/platform/database/schema';

/** The view of a file that a browser cannot show: the document in an envelope, a phone's picture. */
export class FileViews1795665600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'stored_file', 'view', optional(line(120)));
  }

  async down(runner: QueryRunner): Promise<void> {
    // The runner would rebuild the table on SQLite, and rows refer to it.
    await runner.query('ALTER TABLE stored_file DROP COLUMN `view`');
  }
}
