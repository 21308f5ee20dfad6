import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { MailedCode } from './mailed-code.entity';
import { hashOf } from './password';
import { SignIn } from './sign-in.entity';
import { useMailedCode } from './use-mailed-code';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Sets a new password with a mailed code, which proves the address too, and signs the person out everywhere. */
  async run(code: string, password: string): Promise<void> {
    const passwordHash = await hashOf(password);
    await this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const account = await tx.lock(Account, await useMailedCode(tx, 'reset-password', code, now));
      account.passwordHash = passwordHash;
      account.emailConfirmedAt ??= now;
      await tx.save(account);
      // Whoever else holds an older mail could set yet another password with it.
      await tx.manager.update(MailedCode, { accountId: account.id, purpose: 'reset-password', usedAt: IsNull() }, { usedAt: now });
      await tx.manager.delete(SignIn, { accountId: account.id });
    });
  }
}
