import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, day, id, instant, line, reference, whole } from '../src/platform/database/schema';

export class Editions1795431000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      edition: {
        columns: {
          id: id(),
          programmeVersionId: reference('programme_version'),
          name: line(),
          state: code(),
          startsOn: day(),
          endsOn: day(),
          applicationsCloseAt: instant(),
          timeZone: line(64),
          capacity: whole(),
        },
        index: [['state', 'startsOn']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('edition');
  }
}
