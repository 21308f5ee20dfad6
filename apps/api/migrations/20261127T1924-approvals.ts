import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, optional, reference, whole } from '../src/platform/database/schema';

/** Who approved that an award is issued. */
export class Approvals1795807440000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      award_approval: {
        columns: {
          id: id(),
          enrolmentId: reference('enrolment'),
          countsFor: optional(reference('enrolment')),
          place: whole(),
          approvedBy: reference('account'),
          approvedAt: instant(),
        },
        unique: [
          ['countsFor', 'approvedBy'],
          ['countsFor', 'place'],
        ],
        index: [['enrolmentId', 'approvedAt']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('award_approval');
  }
}
