import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, changeUnique, whole } from '../src/platform/database/schema';

const keys = {
  vote: { before: ['applicationId', 'accountId', 'number'], after: ['applicationId', 'accountId', 'round', 'number'] },
  finding: {
    before: ['applicationId', 'accountId', 'criterionId'],
    after: ['applicationId', 'accountId', 'round', 'criterionId'],
  },
};

export class Rounds1795447800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['application', 'vote', 'finding']) await addColumn(runner, table, 'round', whole(), '1');
    for (const [table, { before, after }] of Object.entries(keys)) await changeUnique(runner, table, before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { before, after }] of Object.entries(keys)) await changeUnique(runner, table, after, before);
    for (const table of ['finding', 'vote', 'application']) await runner.dropColumn(table, 'round');
  }
}
