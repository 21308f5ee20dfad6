import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, instant, optional } from '../src/platform/database/schema';

export class Retention1795449300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['withdrawnAt', 'erasedAt'])
      await addColumn(runner, 'application', column, optional(instant()));
    await runner.query(
      "UPDATE programme_version SET definition = JSON_SET(definition, '$.admission.retentionMonths', 24)",
    );
    // The job finds out whether and when each dossier is to be erased; the run's id is the application's, since no
    // command makes one here.
    await runner.query(`
      INSERT INTO outbox (id, job, payload, state, createdAt, dueAt, attempts)
      SELECT id, 'admissions.erase-dossier', JSON_OBJECT('applicationId', id), 'waiting', startedAt, startedAt, 0 FROM application`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM outbox WHERE job = 'admissions.erase-dossier'");
    await runner.query(
      "UPDATE programme_version SET definition = JSON_REMOVE(definition, '$.admission.retentionMonths')",
    );
    for (const column of ['erasedAt', 'withdrawnAt']) await runner.dropColumn('application', column);
  }
}
