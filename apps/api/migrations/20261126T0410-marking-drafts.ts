import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, json, reference } from '../src/platform/database/schema';

export class MarkingDrafts1795666200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      marking_draft: {
        columns: { id: id(), workId: reference('work'), markerId: reference('account'), sheet: json() },
        unique: [['workId', 'markerId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('marking_draft');
  }
}
