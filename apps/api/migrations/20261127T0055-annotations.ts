import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, json, reference } from '../src/platform/database/schema';

export class Annotations1795740900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      annotation_sheet: {
        columns: {
          id: id(),
          submissionId: reference('submission'),
          markerId: reference('account'),
          annotations: json(),
        },
        unique: [['submissionId', 'markerId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('annotation_sheet');
  }
}
