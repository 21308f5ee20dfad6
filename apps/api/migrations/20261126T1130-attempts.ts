import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, line, optional } from '../src/platform/database/schema';

/** A job's run gets a column for the attempt that is under way. */
export class Attempts1795692600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'outbox', 'attemptId', optional(line(36)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN attemptId');
  }
}
