import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import {
  addColumn,
  createTables,
  id,
  instant,
  line,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

const guards: Record<string, Guard> = {
  opened_places_stay: {
    before: 'DELETE',
    of: 'opened_places',
    when: '1 = 1',
    says: 'That places were opened is never deleted.',
  },
  opened_places_stay_as_they_are: {
    before: 'UPDATE',
    of: 'opened_places',
    when: '1 = 1',
    says: 'That places were opened never changes.',
  },
};
const applied = '(SELECT submittedAt FROM application WHERE application.id = waiting_list_entry.applicationId)';

export class OpenedPlaces1795448160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      opened_places: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          country: line(2),
          institutions: whole(),
          reason: paragraph(),
          byId: reference('account'),
          at: instant(),
        },
        index: [['editionId']],
        checks: { opened_places_have_a_reason: "reason <> ''", opened_places_are_some: 'institutions > 0' },
      },
    });
    // Everybody on a waiting list has submitted an application; `since` covers rows that were put there past every
    // rule.
    await addColumn(runner, 'waiting_list_entry', 'appliedAt', instant(), `COALESCE(${applied}, since)`);
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
    await runner.dropColumn('waiting_list_entry', 'appliedAt');
    await runner.dropTable('opened_places');
  }
}
