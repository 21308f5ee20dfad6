import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, line, optional } from '../src/platform/database/schema';

/** Forms get answers to a programme's own fields, and files the field that they answer. */
export class OwnFields1795447920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'evidence', 'fieldId', optional(line(60)));
    await runner.query(`UPDATE application SET form = JSON_SET(form, '$.answers', JSON_OBJECT())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE application SET form = JSON_REMOVE(form, '$.answers')`);
    await runner.dropColumn('evidence', 'fieldId');
  }
}
