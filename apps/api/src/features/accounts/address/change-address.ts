import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { AddressChange } from './address-change.entity';
import { Codes } from '../codes/codes';
import { MailCounter } from '../codes/mail-counter';
import { OwnPassword } from '../sign-in/own-password';

/** Asks the old address and the new one whether an account may move. A later request replaces an earlier one. */
@Injectable()
export class ChangeAddress {
  constructor(
    private readonly transaction: Transaction,
    private readonly own: OwnPassword,
    private readonly codes: Codes,
    private readonly counter: MailCounter,
  ) {}

  /** Refusals: accounts.wrong-password, accounts.is-own-address, accounts.mailed-often. */
  async run(actor: Actor, { email, password }: { email: string; password: string }, from: string): Promise<void> {
    const checked = await this.own.check(actor.accountId, password, from);
    const mayAsk = await this.counter.mayAsk('take-address', email, from);
    await this.transaction.run(async (tx) => {
      const account = await this.own.lock(tx, actor.accountId, checked);
      if (account.email === email) throw new Refused(refuse('accounts.is-own-address'));
      if (!mayAsk) throw new Refused(refuse('accounts.mailed-often'));
      const change = { id: newId(), accountId: account.id, email, leftAt: null, takenAt: null };
      await tx.manager.delete(AddressChange, { accountId: account.id });
      await tx.insert(AddressChange, change);
      const { language } = account;
      await this.codes.ask(tx, 'leave-address', account.email, { language, about: change.id });
      await this.codes.ask(tx, 'take-address', email, { language, about: change.id });
    });
  }
}
