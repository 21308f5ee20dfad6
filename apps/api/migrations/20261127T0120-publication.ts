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
  reference,
  whole,
} from '../src/platform/database/schema';

const tables = ['publication_book', 'publication_consent', 'publication_work', 'publication'];

/** Publications: what is gathered for them, who consents to it, and their books. */
export class Publication1795742400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      publication: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          state: code(),
          title: line(160),
          subtitle: line(200),
          language: line(2),
          editors: json(),
          preface: paragraph(),
          licence: code(),
          setAt: optional(instant()),
          remindedAt: optional(instant()),
          printedAt: optional(instant()),
          printedBy: optional(reference('account')),
        },
        unique: [['editionId']],
        index: [['state', 'printedAt']],
      },
      publication_work: {
        columns: {
          id: id(),
          publicationId: reference('publication'),
          workId: reference('work'),
          position: whole(),
          title: line(200),
          references: paragraph(),
          fileId: optional(reference('stored_file')),
        },
        unique: [['publicationId', 'workId']],
        index: [['workId']],
      },
      publication_consent: {
        columns: {
          id: id(),
          gatheredId: reference('publication_work'),
          accountId: reference('account'),
          state: code(),
          statement: optional(json()),
          at: optional(instant()),
        },
        unique: [['gatheredId', 'accountId']],
        index: [['accountId']],
      },
      publication_book: {
        columns: {
          id: id(),
          language: line(2),
          state: code(),
          askedAt: instant(),
          done: whole(),
          total: whole(),
          publicationId: reference('publication'),
          form: code(),
        },
        unique: [['publicationId', 'form']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.dropTable(table);
  }
}
