import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of members' views of dossier versions gets the name that it has in the code. */
export class ViewedVersions1795703100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.renameTable('look', 'viewed_version');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.renameTable('viewed_version', 'look');
  }
}
