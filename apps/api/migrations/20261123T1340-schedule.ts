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

export class Schedule1795441200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      room: {
        columns: { id: id(), venue: line(120), address: line(200), name: line(80), capacity: whole() },
        unique: [['venue', 'name']],
      },
      session: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          moduleNumber: whole(),
          title: line(120),
          mode: code(),
          state: code(),
          startsAt: instant(),
          endsAt: instant(),
          zone: line(60),
          roomId: optional(reference('room')),
          joinUrl: optional(line(500)),
          cancelledBecause: optional(paragraph()),
          rollClosedAt: optional(instant()),
          rollClosedBy: optional(reference('account')),
        },
        index: [
          ['editionId', 'startsAt'],
          ['roomId', 'startsAt'],
        ],
      },
      attendance: {
        columns: {
          id: id(),
          sessionId: reference('session'),
          enrolmentId: reference('enrolment'),
          mark: code(),
          minutesLate: whole(),
          byAccountId: reference('account'),
          at: instant(),
        },
        unique: [['sessionId', 'enrolmentId']],
        index: [['enrolmentId']],
      },
      attendance_change: {
        columns: {
          id: id(),
          sessionId: reference('session'),
          enrolmentId: reference('enrolment'),
          from: optional(code()),
          to: code(),
          reason: paragraph(),
          byAccountId: reference('account'),
          at: instant(),
        },
        index: [['sessionId', 'enrolmentId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attendance_change', 'attendance', 'session', 'room']) await runner.dropTable(table);
  }
}
