import { plain } from '@libretto/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTables, id, instant, line, optional, reference } from '../src/platform/database/schema';

interface Row {
  id: string;
  givenName: string;
  familyName: string;
  email: string;
}

/** Accounts are found by the words of their name and address, move to another address, and can be deleted. */
export class Leaving1795666320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'account', 'deletedAt', optional(instant()));
    await addColumn(runner, 'account', 'foundBy', line(1000), `''`);
    const rows: Row[] = await runner.query('SELECT id, givenName, familyName, email FROM account');
    for (const { id: accountId, givenName, familyName, email } of rows)
      await runner.manager
        .createQueryBuilder()
        .update('account')
        .set({ foundBy: plain(`${familyName} ${givenName} ${email}`).slice(0, 1000) })
        .where({ id: accountId })
        .execute();
    await createTables(runner, {
      address_change: {
        columns: {
          id: id(),
          accountId: reference('account'),
          email: line(320),
          leftAt: optional(instant()),
          takenAt: optional(instant()),
        },
        unique: [['accountId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('address_change');
    // In SQL: the Table API would rebuild the table, and rows refer to it.
    for (const column of ['foundBy', 'deletedAt']) await runner.query(`ALTER TABLE account DROP COLUMN ${column}`);
  }
}
