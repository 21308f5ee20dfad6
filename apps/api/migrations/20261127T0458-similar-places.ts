import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, madeOf, optional, paragraph, reference, whole } from '../src/platform/database/schema';

/** The words of works, and the shingles by which they are found. */
export class SimilarPlaces1795755480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      work_reading: {
        columns: {
          id: id(),
          workId: madeOf('work'),
          programmeId: reference('programme'),
          version: whole(),
          words: optional(whole()),
        },
        unique: [['workId']],
        index: [['programmeId']],
      },
      work_text: {
        columns: { id: id(), workId: madeOf('work'), part: whole(), words: paragraph() },
        unique: [['workId', 'part']],
      },
      work_shingle: {
        columns: { id: id(), workId: madeOf('work'), shingle: whole(), place: whole() },
        index: [['shingle', 'workId'], ['workId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['work_shingle', 'work_text', 'work_reading']) await runner.dropTable(table);
  }
}
