import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, changeUnique, code } from '../src/platform/database/schema';

const tables = ['project_group', 'group_member', 'work', 'project_deadline'];

/** Groups, works and deadlines are of one brief: so far of the only one. An enrolment is in one group for each brief. */
export class Briefs1795741200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await addColumn(runner, table, 'briefId', code(), "'project-work'");
    await changeUnique(runner, 'group_member', ['enrolmentId'], ['enrolmentId', 'briefId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeUnique(runner, 'group_member', ['enrolmentId', 'briefId'], ['enrolmentId']);
    for (const table of tables) await runner.dropColumn(table, 'briefId');
  }
}
