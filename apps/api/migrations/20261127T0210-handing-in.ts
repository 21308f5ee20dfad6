import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, flag } from '../src/platform/database/schema';

/** A version may come late, and states whose work it is. */
export class HandingIn1795745400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'submission', 'isLate', flag(), '0');
    await addColumn(runner, 'submission', 'isStatedOriginal', flag(), '0');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['isStatedOriginal', 'isLate']) await runner.dropColumn('submission', column);
  }
}
