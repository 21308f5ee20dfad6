import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { PasswordForgotten } from './accounts.events';

@Injectable()
export class ForgetPassword {
  constructor(private readonly transaction: Transaction) {}

  /** Sends a code for a new password where the address has an account, and says the same where it has none. */
  run(email: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const account = await tx.manager.findOneBy(Account, { email });
      if (account) await tx.publish(new PasswordForgotten(account.id));
    });
  }
}
