import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a late work costs, as it was when its result came out. Results that are out already lose nothing. */
export class LateWorks1795766100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In place: guards of other tables read this one, and SQLite would make it anew.
    for (const column of ['lateDays', 'latePoints'])
      await runner.query(`ALTER TABLE work ADD COLUMN ${column} integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['latePoints', 'lateDays']) await runner.query(`ALTER TABLE work DROP COLUMN ${column}`);
  }
}
