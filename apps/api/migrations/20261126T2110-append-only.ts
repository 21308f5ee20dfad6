import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import { addColumn, optional, paragraph } from '../src/platform/database/schema';

const never = (before: 'UPDATE' | 'DELETE', of: string, says: string): Guard => ({ before, of, when: '1 = 1', says });

const guards: Record<string, Guard> = {
  workload_entry_stays: never('DELETE', 'workload_entry', 'An entry of the ledger is never deleted.'),
  workload_entry_stays_as_it_is: never('UPDATE', 'workload_entry', 'An entry of the ledger never changes.'),
  self_study_approval_stays: never('DELETE', 'self_study_approval', 'An approval is never deleted.'),
  self_study_approval_stays_as_it_is: never('UPDATE', 'self_study_approval', 'An approval never changes.'),
};

/** A declaration has a note; what the ledger rests on can only be added to. */
export class AppendOnly1795727400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'workload_entry', 'note', optional(paragraph()));
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
    await runner.query('ALTER TABLE workload_entry DROP COLUMN note');
  }
}
