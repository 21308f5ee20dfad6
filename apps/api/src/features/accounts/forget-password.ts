import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { PasswordForgotten } from './accounts.events';
import { PasswordRequest } from './password-request.entity';

const mailsPerHour = 3;

@Injectable()
export class ForgetPassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a code for a new password where the address has an account, and says the same where it has none. Anybody
   * can ask for anybody, so a mailbox gets three such mails an hour at most; nobody is told that no further one went.
   */
  async run(email: string): Promise<void> {
    const at = this.clock.now();
    await this.transaction.run(async (tx) => {
      // Locked: those who ask at once are counted one after the other.
      const [account] = await tx.lockAll(Account, { email });
      if (!account) return;
      const hourAgo = new Date(at.getTime() - 3_600_000);
      await tx.manager.delete(PasswordRequest, { accountId: account.id, at: LessThanOrEqual(hourAgo) });
      if ((await tx.manager.countBy(PasswordRequest, { accountId: account.id })) >= mailsPerHour) return;
      await tx.insert(PasswordRequest, { id: newId(), accountId: account.id, at });
      await tx.publish(new PasswordForgotten(account.id));
    });
  }
}
