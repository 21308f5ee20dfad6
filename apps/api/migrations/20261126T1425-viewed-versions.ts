import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a member viewed a dossier, and which version, is kept under the name that it has in the code. */
export class ViewedVersions1795703100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.renameTable('look', 'viewed_version');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.renameTable('viewed_version', 'look');
  }
}
