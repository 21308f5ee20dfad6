import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTables,
  id,
  instant,
  line,
  optional,
  paragraph,
  reference,
  whole,
} from '../src/platform/database/schema';

export class Modules1795441800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      material: {
        columns: {
          id: id(),
          editionId: reference('edition'),
          moduleNumber: whole(),
          kind: code(),
          title: line(),
          fileId: optional(reference('stored_file')),
          url: optional(line(500)),
          text: optional(paragraph()),
          addedBy: reference('account'),
          addedAt: instant(),
          removedAt: optional(instant()),
        },
        index: [['editionId', 'moduleNumber']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('material');
  }
}
