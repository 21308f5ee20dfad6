import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, id, instant, json, line, optional, reference } from '../src/platform/database/schema';

/**
 * Passwords are chosen after the address is proven; codes belong to addresses, and an address has one for each purpose.
 */
export class Codes1795664700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Codes under way are void, and can be asked for again. So are the passwords of addresses that nobody has proven.
    await runner.dropTable('mailed_code');
    await runner.dropTable('password_request');
    await runner.query(`DELETE FROM outbox WHERE job = 'accounts.mail-code'`);
    await runner.query(`UPDATE account SET passwordHash = '' WHERE emailConfirmedAt IS NULL`);
    await runner.dropColumn('account', 'emailConfirmedAt');
    await createTables(runner, {
      mailed_code: {
        columns: {
          id: id(),
          purpose: code(),
          email: line(320),
          serial: line(36),
          codeHash: line(64),
          expiresAt: instant(),
          said: optional(json()),
        },
        unique: [['purpose', 'email'], ['codeHash']],
        index: [['expiresAt']],
      },
      invitation: {
        columns: {
          id: id(),
          email: line(320),
          role: code(),
          editionId: optional(line(36)),
          byId: optional(reference('account')),
          invitedAt: instant(),
          expiresAt: instant(),
          outcome: optional(code()),
          endedAt: optional(instant()),
          openKey: optional(line(64)),
        },
        unique: [['openKey']],
        index: [['email'], ['editionId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'mailed_code']) await runner.dropTable(table);
    // In SQL: the Table API would rebuild the table, and rows refer to it.
    await runner.query('ALTER TABLE account ADD COLUMN emailConfirmedAt datetime(3)');
    await runner.query('UPDATE account SET emailConfirmedAt = registeredAt');
    await createTables(runner, {
      mailed_code: {
        columns: {
          id: id(),
          accountId: reference('account'),
          purpose: code(),
          codeHash: line(64),
          expiresAt: instant(),
          usedAt: optional(instant()),
        },
        unique: [['codeHash']],
      },
      password_request: {
        columns: { id: id(), accountId: reference('account'), at: instant() },
        index: [['accountId', 'at']],
      },
    });
  }
}
