import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, flag, id, instant, paragraph, reference } from '../src/platform/database/schema';

/** Comments that a marker records, and those that markers use again. */
export class SpokenAndKeptComments1795742100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      annotation_recording: {
        columns: {
          id: id(),
          submissionId: reference('submission'),
          markerId: reference('account'),
          fileId: reference('stored_file'),
          words: paragraph(),
          at: instant(),
        },
        unique: [['submissionId', 'markerId']],
      },
      annotation_comment: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          markerId: reference('account'),
          words: paragraph(),
          isShared: flag(),
          at: instant(),
        },
        index: [['editionId', 'markerId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['annotation_comment', 'annotation_recording']) await runner.dropTable(table);
  }
}
