import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, optional, paragraph, reference } from '../src/platform/database/schema';

/** For how long credentials were suspended. Those that are there name no list of suspensions. */
export class Suspensions1795791480000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In place: other tables refer to this one, and SQLite would make it anew.
    await runner.query('ALTER TABLE credential ADD COLUMN suspensionList integer');
    await createTables(runner, {
      credential_suspension: {
        columns: {
          ...{ id: id(), credentialId: reference('credential'), openFor: optional(reference('credential')) },
          ...{ at: instant(), suspendedBy: reference('account'), reason: paragraph() },
          ...{ liftedAt: optional(instant()), liftedBy: optional(reference('account')) },
          liftedReason: optional(paragraph()),
        },
        unique: [['openFor']],
        index: [['credentialId', 'at']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('credential_suspension');
    await runner.query('ALTER TABLE credential DROP COLUMN suspensionList');
  }
}
