import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, reference } from '../src/platform/database/schema';

/** Who was in a meeting from when to when, as its server told. */
export class ToldReports1795840200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      meeting_presence: {
        columns: {
          id: id(),
          sessionId: reference('session'),
          enrolmentId: reference('enrolment'),
          joinedAt: instant(),
          leftAt: instant(),
        },
        unique: [['sessionId', 'enrolmentId', 'joinedAt']],
        index: [['enrolmentId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('meeting_presence');
  }
}
