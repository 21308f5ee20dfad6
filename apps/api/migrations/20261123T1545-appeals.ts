import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, createTables, flag, id, instant, paragraph, reference } from '../src/platform/database/schema';

export class Appeals1795448700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      appeal: {
        columns: { id: id(), applicationId: reference('application'), statement: paragraph(), at: instant() },
        unique: [['applicationId']],
      },
    });
    await addColumn(runner, 'evidence', 'ofAppeal', flag(), '0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('evidence', 'ofAppeal');
    await runner.dropTable('appeal');
  }
}
