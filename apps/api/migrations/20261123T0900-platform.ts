import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  json,
  line,
  optional,
  paragraph,
  whole,
} from '../src/platform/database/schema';

export class Platform1795426800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      outbox: {
        columns: {
          id: id(),
          job: line(100),
          payload: json(),
          state: code(),
          requestId: optional(line(100)),
          createdAt: instant(),
          dueAt: instant(),
          claimedUntil: optional(instant()),
          attempts: whole(),
          error: optional(paragraph()),
        },
        index: [['state', 'dueAt']],
      },
      stored_file: {
        columns: {
          id: id(),
          name: line(),
          type: line(120),
          bytes: whole(),
          purpose: code(),
          sha256: line(64),
          createdAt: instant(),
        },
      },
      sent_mail: {
        columns: {
          id: id(),
          key: line(100),
          mail: line(100),
          recipient: line(320),
          subject: line(400),
          sentAt: instant(),
        },
        unique: [['key']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sent_mail', 'stored_file', 'outbox']) await runner.dropTable(table);
  }
}
