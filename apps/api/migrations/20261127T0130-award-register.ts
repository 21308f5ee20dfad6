import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, line, whole } from '../src/platform/database/schema';

export class AwardRegister1795743000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      award_register: { columns: { id: id(), scheme: line(64), last: whole() }, unique: [['scheme']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('award_register');
  }
}
