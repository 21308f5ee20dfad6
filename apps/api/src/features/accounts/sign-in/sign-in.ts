import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { FailedSignIns } from './failed-sign-ins';
import { newSignIn } from './new-sign-in';
import { isPasswordOf, refuseIfBusy } from './password';
import { SignIn } from './sign-in.entity';

@Injectable()
export class SignInPerson {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * Checks address and password and answers the token for the cookie. `from` is the network address that asks.
   * Refusals: accounts.sign-in-failed.
   */
  async run(email: string, password: string, from: string): Promise<string> {
    // Not counted as a try.
    refuseIfBusy();
    await this.failures.beforeTry(email, from);
    const account = await this.database.read.findOneBy(Account, { email });
    if (!(await isPasswordOf(account?.passwordHash, password)) || !account)
      throw new Refused(refuse('accounts.sign-in-failed'));
    await this.failures.afterSuccess(email, from);
    const { token, row } = newSignIn(account.id, this.clock.now());
    await this.transaction.run(async (tx) => {
      // The password may have been changed, or the account deleted, while it was checked: that ended every sign-in.
      const [still] = await tx.lockAll(Account, { id: account.id, passwordHash: account.passwordHash });
      if (!still) throw new Refused(refuse('accounts.sign-in-failed'));
      await tx.insert(SignIn, row);
    });
    return token;
  }
}
