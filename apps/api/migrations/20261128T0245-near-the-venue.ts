import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A radius around the venue of a room, and whether those who checked in there were within it. */
export class NearTheVenue1795833900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In place: sessions refer to rooms, and SQLite would make them anew. So the column could be empty, and no row is.
    await runner.query('ALTER TABLE room ADD COLUMN radius integer');
    await runner.query('UPDATE room SET radius = 0');
    await runner.query('ALTER TABLE arrival ADD COLUMN wasNear boolean');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE arrival DROP COLUMN wasNear');
    await runner.query('ALTER TABLE room DROP COLUMN radius');
  }
}
