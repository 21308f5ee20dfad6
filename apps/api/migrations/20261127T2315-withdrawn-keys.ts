import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../src/platform/database/data-source';

/** Keys that somebody else may have, and the credentials that were signed again because of it. */
export class WithdrawnKeys1795821300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In place: other tables refer to these, and SQLite would make them anew.
    const text = isSqlite(runner.connection) ? 'text' : 'mediumtext';
    await runner.query('ALTER TABLE signing_key ADD COLUMN compromisedAt datetime(3)');
    await runner.query('ALTER TABLE signing_key ADD COLUMN compromisedBy varchar(40)');
    await runner.query(`ALTER TABLE signing_key ADD COLUMN compromisedWhy ${text}`);
    await runner.query('ALTER TABLE credential ADD COLUMN signedAgainAt datetime(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credential DROP COLUMN signedAgainAt');
    await runner.query('ALTER TABLE signing_key DROP COLUMN compromisedWhy');
    await runner.query('ALTER TABLE signing_key DROP COLUMN compromisedBy');
    await runner.query('ALTER TABLE signing_key DROP COLUMN compromisedAt');
  }
}
