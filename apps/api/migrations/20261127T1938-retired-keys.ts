import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex, dropIndex } from '../src/platform/database/schema';

/** When and by whom a key was retired, and which key signed each credential. */
export class RetiredKeys1795808280000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In place: other tables refer to these, and SQLite would make them anew.
    await runner.query('ALTER TABLE signing_key ADD COLUMN retiredAt datetime(3)');
    await runner.query('ALTER TABLE signing_key ADD COLUMN retiredBy varchar(40)');
    await runner.query('ALTER TABLE credential ADD COLUMN keyId varchar(40)');
    const method =
      "COALESCE(JSON_EXTRACT(signed, '$.proof[0].verificationMethod'), JSON_EXTRACT(signed, '$.proof.verificationMethod'))";
    await runner.query(`UPDATE credential SET keyId = SUBSTR(${method}, INSTR(${method}, '#') + 1, 36)`);
    await addIndex(runner, 'credential', ['keyId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'credential', ['keyId']);
    await runner.query('ALTER TABLE credential DROP COLUMN keyId');
    await runner.query('ALTER TABLE signing_key DROP COLUMN retiredBy');
    await runner.query('ALTER TABLE signing_key DROP COLUMN retiredAt');
  }
}
