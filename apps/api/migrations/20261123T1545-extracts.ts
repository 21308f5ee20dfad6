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
  whole,
} from '../src/platform/database/schema';

export class Extracts1795451100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      extract: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          askedById: reference('account'),
          kind: code(),
          language: line(2),
          filter: optional(json()),
          applicationId: optional(reference('application')),
          partOfId: optional(reference('extract')),
          withDeliberation: flag(),
          leftOut: line(64),
          state: code(),
          done: whole(),
          total: whole(),
          askedAt: instant(),
          expiresAt: instant(),
        },
        index: [
          ['editionId', 'askedById'],
          ['partOfId', 'state'],
        ],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('extract');
  }
}
