import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, json, reference } from '../src/platform/database/schema';

/** Annotations of the text that was typed into the form of a hand-in. */
export class AnnotationsOfTexts1795822800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      text_annotation_sheet: {
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
    await runner.dropTable('text_annotation_sheet');
  }
}
