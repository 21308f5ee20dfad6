import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { AddressChange } from '../address/address-change.entity';
import { Codes } from '../codes/codes';
import { hashOf } from '../sign-in/password';
import { SignIn } from '../sign-in/sign-in.entity';

@Injectable()
export class ResetPassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly codes: Codes,
  ) {}

  /**
   * Sets a new password with a mailed code, voids every other code of the address and signs the person out everywhere.
   * Refusals: accounts.code-not-valid.
   */
  async run(code: string, password: string): Promise<void> {
    const passwordHash = await hashOf(password);
    await this.transaction.run(async (tx) => {
      const { email } = await this.codes.use(tx, ['reset-password'], code);
      const [account] = await tx.lockAll(Account, { email });
      if (!account) throw new Refused(refuse('accounts.code-not-valid'));
      await tx.save(Object.assign(account, { passwordHash }));
      await this.codes.void(tx, email);
      await tx.manager.delete(AddressChange, { accountId: account.id });
      await tx.manager.delete(SignIn, { accountId: account.id });
    });
  }
}
