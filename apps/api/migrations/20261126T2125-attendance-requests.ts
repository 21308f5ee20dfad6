import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

/** Participants ask to be excused from sessions and contest their marks. */
export class AttendanceRequests1795728300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      attendance_request: {
        columns: {
          id: id(),
          sessionId: reference('session'),
          enrolmentId: reference('enrolment'),
          kind: code(),
          state: code(),
          openKey: optional(line(80)),
          reason: optional(code()),
          words: paragraph(),
          from: optional(code()),
          claim: code(),
          minutesLate: whole(),
          fileId: optional(reference('stored_file')),
          askedAt: instant(),
          answeredBy: optional(reference('account')),
          answeredAt: optional(instant()),
          answer: optional(paragraph()),
        },
        unique: [['openKey']],
        index: [['sessionId', 'enrolmentId'], ['enrolmentId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('attendance_request');
  }
}
