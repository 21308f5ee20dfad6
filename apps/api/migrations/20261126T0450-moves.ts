import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, type Guard } from '../src/platform/database/guards';
import { createTables, id, instant, paragraph, reference } from '../src/platform/database/schema';

const guards: Record<string, Guard> = {
  edition_move_stays: {
    before: 'DELETE',
    of: 'edition_move',
    when: '1 = 1',
    says: 'A move of an edition is never deleted.',
  },
  edition_move_stays_as_it_is: {
    before: 'UPDATE',
    of: 'edition_move',
    when: '1 = 1',
    says: 'A move of an edition never changes.',
  },
};

/** The version to which an edition was moved, with author and reason. Rows are added only. */
export class Moves1795668600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      edition_move: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          fromVersionId: reference('programme_version'),
          toVersionId: reference('programme_version'),
          byAccountId: reference('account'),
          reason: paragraph(),
          at: instant(),
        },
        unique: [['editionId', 'toVersionId']],
      },
    });
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('edition_move');
  }
}
