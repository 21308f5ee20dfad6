import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { useMailedCode } from './use-mailed-code';

@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Confirms the address that a code was sent to. Refuses a code that is unknown, used or too old. */
  run(code: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const accountId = await useMailedCode(tx, 'confirm-address', code, now);
      const account = await tx.lock(Account, accountId);
      account.emailConfirmedAt ??= now;
      await tx.save(account);
    });
  }
}
