import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, code, optional } from '../src/platform/database/schema';

/** A provider can make the meeting of a session. */
export class MeetingsOfSessions1795729800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'session', 'meeting', optional(code()));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN meeting');
  }
}
