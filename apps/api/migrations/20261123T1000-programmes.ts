import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, json, line, reference, whole } from '../src/platform/database/schema';

export class Programmes1795430400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      programme: { columns: { id: id(), slug: line(60) }, unique: [['slug']] },
      programme_version: {
        columns: {
          id: id(),
          programmeId: reference('programme'),
          number: whole(),
          definition: json(),
          publishedAt: instant(),
        },
        unique: [['programmeId', 'number']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['programme_version', 'programme']) await runner.dropTable(table);
  }
}
