import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, optional, paragraph } from '../src/platform/database/schema';

/** A fault of documents moves from the award to its credential. */
export class DocumentFaults1795669560000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'credential', 'fault', optional(paragraph()));
    await runner.query(`
      UPDATE credential SET fault = (
        SELECT award_issue.fault FROM award_issue JOIN award ON award.enrolmentId = award_issue.enrolmentId
        WHERE award.id = credential.awardId AND award_issue.state = 'signed'
      ) WHERE documentId IS NULL AND state <> 'superseded'`);
    await runner.query(`UPDATE award_issue SET fault = NULL WHERE state IN ('signed', 'issued')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The runner would rebuild the table on SQLite, and rows refer to it.
    await runner.query('ALTER TABLE credential DROP COLUMN fault');
  }
}
