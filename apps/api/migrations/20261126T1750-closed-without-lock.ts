import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closed edition has no lock any more: a change that finds the lock needs to read nothing else. */
export class ClosedWithoutLock1795715400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM edition_closing_lock WHERE id IN (SELECT id FROM edition WHERE state = 'closed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO edition_closing_lock (id) SELECT id FROM edition WHERE state = 'closed'`);
  }
}
