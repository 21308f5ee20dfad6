import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, id, instant, line, optional, reference, whole } from '../src/platform/database/schema';

export class PersonalCopies1795449900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      personal_copy: {
        columns: {
          id: id(),
          accountId: reference('account'),
          underWayFor: optional(reference('account')),
          language: line(2),
          state: code(),
          done: whole(),
          total: whole(),
          askedAt: instant(),
          expiresAt: instant(),
        },
        unique: [['underWayFor']],
        index: [['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('personal_copy');
  }
}
