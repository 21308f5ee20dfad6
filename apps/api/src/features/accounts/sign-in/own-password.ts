import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { FailedSignIns } from './failed-sign-ins';
import { isPasswordOf } from './password';

/** Asks the signed-in person for their password once more, before an action that only they may do. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * Answers the password's hash, for `lock`. Refuses with `accounts.wrong-password`, and slows down guessing at a
   * browser that was left open.
   */
  async check(accountId: string, password: string, from: string): Promise<string> {
    const { email, passwordHash } = await this.database.read.findOneByOrFail(Account, { id: accountId });
    await this.failures.beforeTry(email, from);
    if (!(await isPasswordOf(passwordHash, password))) throw new Refused(refuse('accounts.wrong-password'));
    await this.failures.afterSuccess(email, from);
    return passwordHash;
  }

  /** The account, locked; refuses with `accounts.wrong-password` if the password was changed since it was checked. */
  async lock(tx: Tx, accountId: string, passwordHash: string): Promise<Account> {
    const [account] = await tx.lockAll(Account, { id: accountId, passwordHash });
    if (!account) throw new Refused(refuse('accounts.wrong-password'));
    return account;
  }
}
