import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTables, id, instant, line, optional, reference, whole } from '../src/platform/database/schema';

/** Offers of credentials to wallets, and the copies that wallets got. */
export class Wallets1795792800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      wallet_offer: {
        columns: {
          ...{ id: id(), awardId: reference('award'), codeHash: line(64), transactionCodeHash: line(64) },
          ...{ tries: whole(), answers: whole(), madeAt: instant(), endsAt: instant() },
          ...{ redeemedAt: optional(instant()), tokenHash: optional(line(64)) },
        },
        unique: [['codeHash'], ['tokenHash']],
        index: [['awardId']],
      },
      wallet_copy: {
        columns: {
          ...{ id: id(), offerId: reference('wallet_offer'), awardId: reference('award') },
          ...{ credentialId: reference('credential'), format: code(), keys: whole(), state: code() },
          ...{ notificationHash: line(64), madeAt: instant() },
        },
        unique: [['notificationHash']],
        index: [['awardId'], ['offerId'], ['credentialId']],
      },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wallet_copy');
    await runner.dropTable('wallet_offer');
  }
}
