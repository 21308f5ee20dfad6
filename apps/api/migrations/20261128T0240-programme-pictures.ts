import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bytes, createTables, id, line } from '../src/platform/database/schema';

/** The pictures of programmes: logos, seals, signatures. */
export class ProgrammePictures1795833600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      programme_picture: { columns: { id: id(), hash: line(64), png: bytes() }, unique: [['hash']] },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('programme_picture');
  }
}
