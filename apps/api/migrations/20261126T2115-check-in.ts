import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, line, reference } from '../src/platform/database/schema';

/** That people checked in to a session, once each. */
export class CheckIn1795727700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      arrival: {
        columns: {
          id: id(),
          sessionId: reference('session'),
          enrolmentId: reference('enrolment'),
          device: line(64),
          scannedAt: instant(),
          arrivedAt: instant(),
        },
        unique: [['sessionId', 'enrolmentId']],
        index: [['enrolmentId'], ['sessionId', 'device']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('arrival');
  }
}
