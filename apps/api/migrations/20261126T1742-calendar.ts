import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTables, id, instant, line, reference, whole } from '../src/platform/database/schema';

/** Calendars learn from a session's number which of its changes is the newest; a person has one calendar feed. */
export class Calendar1795714920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'session', 'sequence', whole(), '0');
    await addColumn(runner, 'session', 'changedAt', instant(), "'2026-11-26 17:42:00.000'");
    await createTables(runner, {
      calendar_feed: {
        columns: { id: id(), accountId: reference('account'), serial: line(36), madeAt: instant() },
        unique: [['accountId'], ['serial']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_feed');
    for (const column of ['sequence', 'changedAt']) await runner.query(`ALTER TABLE session DROP COLUMN ${column}`);
  }
}
