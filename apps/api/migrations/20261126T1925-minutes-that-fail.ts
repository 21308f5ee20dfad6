import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, code, dropReference, optional, reference } from '../src/platform/database/schema';

/**
 * Documents of minutes get the state of a made file, which says more than a file that may be missing. One without its
 * file counts as failed: a job that stopped left no sign, and one that still waits makes it all the same.
 */
export class MinutesThatFail1795721100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(
      runner,
      'minutes_document',
      'state',
      code(),
      "CASE WHEN fileId IS NULL THEN 'failed' ELSE 'ready' END",
    );
    await dropReference(runner, 'minutes_document', 'fileId');
  }

  async down(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'minutes_document', 'fileId', optional(reference('stored_file')));
    await runner.query("UPDATE minutes_document SET fileId = id WHERE state = 'ready'");
    await runner.dropColumn('minutes_document', 'state');
  }
}
