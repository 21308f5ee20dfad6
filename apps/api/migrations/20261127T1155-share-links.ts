import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, id, instant, line, optional, reference, whole } from '../src/platform/database/schema';

/** The links by which holders share their credentials for a time. */
export class ShareLinks1795780500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      share_link: {
        columns: {
          ...{ id: id(), awardId: reference('award'), publicId: line(26), shows: code(), name: line(100) },
          ...{ madeAt: instant(), endsAt: instant(), withdrawnAt: optional(instant()) },
          ...{ looks: whole(), lastLookAt: optional(instant()) },
        },
        unique: [['publicId']],
        index: [['awardId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('share_link');
  }
}
