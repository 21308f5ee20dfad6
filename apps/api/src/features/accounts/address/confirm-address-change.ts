import { movingPurposes, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { Account } from '../account/account.entity';
import { AccountChanged, AddressProven } from '../accounts.events';
import { AddressChange } from './address-change.entity';
import { Codes } from '../codes/codes';
import { derivedFrom } from '../account/found-by';

const notValid = () => new Refused(refuse('accounts.code-not-valid'));

/** One of two mailboxes confirms; with the second the account has the new address. */
@Injectable()
export class ConfirmAddressChange {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly codes: Codes,
  ) {}

  /** Refusals: accounts.code-not-valid. */
  async run(code: string): Promise<{ email: string; isDone: boolean }> {
    try {
      return await this.transaction.run(async (tx) => {
        const { purpose, said } = await this.codes.use(tx, movingPurposes, code);
        const [change] = await tx.lockAll(AddressChange, { id: said?.about ?? '' });
        if (!change) throw notValid();
        await tx.save(
          Object.assign(change, { [purpose === 'leave-address' ? 'leftAt' : 'takenAt']: this.clock.now() }),
        );
        const { email, leftAt, takenAt } = change;
        if (!leftAt || !takenAt) return { email, isDone: false };
        const account = await tx.lock(Account, change.accountId);
        for (const address of [account.email, email]) await this.codes.void(tx, address);
        // The log of mails is the person's: it is deleted with their account.
        await tx.manager.update(SentMail, { recipient: account.email }, { recipient: email });
        await tx.save(Object.assign(account, { email, ...derivedFrom({ ...account, email }) }));
        await tx.manager.delete(AddressChange, { id: change.id });
        await tx.publish(new AddressProven(account.id));
        await tx.publish(new AccountChanged(account.id));
        return { email, isDone: true };
      });
    } catch (error) {
      // Somebody has opened an account with it in the meantime.
      if (isUniqueViolation(error)) throw notValid();
      throw error;
    }
  }
}
