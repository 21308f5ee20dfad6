import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, id, instant, reference } from '../src/platform/database/schema';

export class PasswordRequests1795445400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      password_request: {
        columns: { id: id(), accountId: reference('account'), at: instant() },
        index: [['accountId', 'at']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('password_request');
  }
}
