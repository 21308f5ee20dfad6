import { plain, sortNameOf } from '@libretto/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../src/platform/database/data-source';
import { createFollowers, createKeepers, dropFollowers, type Keeper } from '../src/platform/database/followers';
import { changes } from '../src/platform/database/guards';
import { addColumn, addIndex, createTables, dropIndex, id, line } from '../src/platform/database/schema';
import { followers } from './20261126T1505-desk';

/** A person as a list of participants sorts and searches them. */
const listed = (account: string) => `
  SELECT enrolment.id, enrolment.editionId, account.listedAs, COALESCE(became.folded, institution.folded, '')
  FROM enrolment JOIN account ON account.id = enrolment.accountId
  LEFT JOIN institution ON institution.id = account.institutionId
  LEFT JOIN institution became ON became.id = institution.mergedIntoId
  WHERE ${account}`;
const into = 'INSERT INTO enrolment_listing (id, editionId, listedAs, worksAt)';
const anew = (account: string) =>
  `REPLACE INTO enrolment_listing (id, editionId, listedAs, worksAt) ${listed(account)}`;

const keepers: Record<string, Keeper> = {
  listing_of_enrolment: { after: 'INSERT', of: 'enrolment', does: `${into} ${listed('enrolment.id = NEW.id')}` },
  listing_follows_account: {
    after: 'UPDATE',
    of: 'account',
    when: changes('listedAs', 'institutionId'),
    does: anew('account.id = NEW.id'),
  },
  listing_follows_institution: {
    after: 'UPDATE',
    of: 'institution',
    when: changes('folded', 'mergedIntoId'),
    does: anew('NEW.id IN (institution.id, became.id)'),
  },
};

/** Participants in the order of their names and institutions, in rows that keep themselves. */
export class Listings1795716900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'account', 'listedAs', line(), "''");
    // On SQLite the table was built anew, without its trigger.
    const { desk_follows_account } = followers;
    if (isSqlite(runner.connection) && desk_follows_account)
      await createFollowers(runner, 'desk_change', { desk_follows_account });
    await addIndex(runner, 'account', ['listedAs', 'id']);
    const accounts: { id: string; givenName: string; familyName: string }[] = await runner.query(
      'SELECT id, givenName, familyName FROM account',
    );
    for (const { id: accountId, ...names } of accounts)
      await runner.query('UPDATE account SET listedAs = ? WHERE id = ?', [
        plain(sortNameOf(names)).slice(0, 200),
        accountId,
      ]);
    await createTables(runner, {
      enrolment_listing: {
        columns: { id: id(), editionId: line(36), listedAs: line(), worksAt: line() },
        index: [
          ['editionId', 'id'],
          ['editionId', 'listedAs', 'id'],
          ['editionId', 'worksAt', 'listedAs', 'id'],
        ],
      },
    });
    await runner.query(`${into} ${listed('1 = 1')}`);
    await createKeepers(runner, keepers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFollowers(runner, keepers);
    await runner.dropTable('enrolment_listing');
    await dropIndex(runner, 'account', ['listedAs', 'id']);
    // In SQL: the Table API would rebuild the table, and rows refer to it.
    await runner.query('ALTER TABLE account DROP COLUMN listedAs');
  }
}
