import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changes, createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import {
  addColumn,
  addIndex,
  code,
  createTables,
  dropIndex,
  id,
  instant,
  json,
  line,
  optional,
  reference,
} from '../src/platform/database/schema';

const guards: Record<string, Guard> = {
  letter_says_what_was_ruled: {
    before: 'INSERT',
    of: 'letter',
    when: 'NOT EXISTS (SELECT 1 FROM ruling WHERE ruling.id = NEW.rulingId AND ruling.applicationId = NEW.applicationId AND ruling.outcome = NEW.outcome)',
    says: 'A letter says what its ruling says.',
  },
  letter_stays: { before: 'DELETE', of: 'letter', when: '1 = 1', says: 'A letter is never deleted.' },
  letter_stays_as_it_is: {
    before: 'UPDATE',
    of: 'letter',
    when: `${changes('id', 'rulingId', 'applicationId', 'editionId', 'outcome', 'language', 'composedAt')} OR OLD.erasedAt IS NOT NULL OR NEW.erasedAt IS NULL`,
    says: 'A letter never changes; its words may be erased once.',
  },
};

export class Letters1795451700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      letter: {
        columns: {
          id: id(),
          rulingId: reference('ruling'),
          applicationId: reference('application'),
          editionId: reference('edition'),
          outcome: code(),
          language: code(),
          subject: line(400),
          paragraphs: json(),
          action: optional(json()),
          composedAt: instant(),
          erasedAt: optional(instant()),
        },
        unique: [['rulingId']],
        index: [['editionId'], ['applicationId']],
      },
    });
    await createGuards(runner, guards);
    await addColumn(runner, 'outbox', 'about', optional(line(36)));
    await addIndex(runner, 'outbox', ['about']);
    await addColumn(runner, 'sent_mail', 'messageId', optional(line(300)));
    await addColumn(runner, 'sent_mail', 'answer', optional(line(500)));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('sent_mail', 'answer');
    await runner.dropColumn('sent_mail', 'messageId');
    await dropIndex(runner, 'outbox', ['about']);
    await runner.dropColumn('outbox', 'about');
    await dropGuards(runner, guards);
    await runner.dropTable('letter');
  }
}
