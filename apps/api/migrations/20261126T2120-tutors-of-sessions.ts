import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTables, id, line, reference } from '../src/platform/database/schema';

/** Tutors are assigned to sessions, and a room says how to get in and around, and where it is on a map. */
export class TutorsOfSessions1795728000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'room', 'accessibility', line(1000), "''");
    await addColumn(runner, 'room', 'coordinates', line(40), "''");
    await createTables(runner, {
      session_tutor: {
        columns: { id: id(), sessionId: reference('session'), accountId: reference('account') },
        unique: [['sessionId', 'accountId']],
        index: [['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('session_tutor');
    for (const column of ['accessibility', 'coordinates']) await runner.query(`ALTER TABLE room DROP COLUMN ${column}`);
  }
}
