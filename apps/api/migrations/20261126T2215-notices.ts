import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  flag,
  id,
  instant,
  json,
  line,
  optional,
  reference,
} from '../src/platform/database/schema';

/** What people are told stands in their inbox too, and they choose how else they hear of it. */
export class Notices1795731300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      notice: {
        columns: {
          id: id(),
          accountId: reference('account'),
          key: line(100),
          topic: code(),
          subject: line(400),
          paragraphs: json(),
          action: optional(json()),
          at: instant(),
          isUnread: flag(),
          isForDailyMail: flag(),
          dailyMailId: optional(line(36)),
        },
        unique: [['key']],
        index: [['accountId', 'at', 'id'], ['accountId', 'isUnread'], ['at']],
      },
      notice_choice: {
        columns: { id: id(), accountId: reference('account'), settings: json() },
        unique: [['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notice_choice', 'notice']) await runner.dropTable(table);
  }
}
