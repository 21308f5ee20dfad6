import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  line,
  madeOf,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

/** Announcements to participants of an edition, and their recipients. */
export class Announcements1795819800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      announcement: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          audience: code(),
          groupId: optional(reference('project_group')),
          authorId: optional(reference('account')),
          title: line(120),
          text: paragraph(),
          foundBy: paragraph(),
          state: code(),
          sendAt: instant(),
          writtenAt: instant(),
          recipients: whole(),
        },
        index: [['editionId', 'sendAt', 'id'], ['authorId']],
      },
      announcement_recipient: {
        columns: {
          id: id(),
          announcementId: madeOf('announcement'),
          accountId: reference('account'),
          openedAt: optional(instant()),
        },
        unique: [['announcementId', 'accountId']],
        index: [['accountId', 'openedAt']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['announcement_recipient', 'announcement']) await runner.dropTable(table);
  }
}
