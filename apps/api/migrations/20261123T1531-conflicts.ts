import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  code,
  createTables,
  id,
  instant,
  json,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Conflicts1795447860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      conflict: {
        columns: {
          id: id(),
          applicationId: reference('application'),
          accountId: reference('account'),
          ground: code(),
          number: whole(),
          reason: optional(paragraph()),
          byId: optional(reference('account')),
          at: instant(),
          endedAt: optional(instant()),
          endedById: optional(reference('account')),
          endedBecause: optional(paragraph()),
        },
        unique: [['applicationId', 'accountId', 'ground', 'number']],
      },
    });
    await addColumn(runner, 'application', 'referees', optional(json()));
    await runner.query(`UPDATE application SET referees = JSON_EXTRACT(form, '$.referees')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('application', 'referees');
    await runner.dropTable('conflict');
  }
}
