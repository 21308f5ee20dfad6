import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { AddressChange } from '../address/address-change.entity';
import { Codes } from '../codes/codes';
import { OwnPassword } from '../sign-in/own-password';
import { hashOf } from '../sign-in/password';
import { SignIn } from '../sign-in/sign-in.entity';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: OwnPassword,
    private readonly codes: Codes,
  ) {}

  /**
   * Sets another password; ends all other sign-ins and voids the codes that were mailed.
   * Refusals: accounts.wrong-password.
   */
  async run(
    actor: Actor,
    signInId: string,
    { present, password }: { present: string; password: string },
    from: string,
  ): Promise<void> {
    const checked = await this.own.check(actor.accountId, present, from);
    const passwordHash = await hashOf(password);
    await this.transaction.run(async (tx) => {
      const account = await this.own.lock(tx, actor.accountId, checked);
      await tx.save(Object.assign(account, { passwordHash }));
      await this.codes.void(tx, account.email);
      await tx.manager.delete(AddressChange, { accountId: account.id });
      await tx.manager.delete(SignIn, { accountId: account.id, id: Not(signInId) });
    });
  }
}
