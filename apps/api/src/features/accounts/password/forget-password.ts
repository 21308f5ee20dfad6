import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Codes } from '../codes/codes';
import { MailCounter } from '../codes/mail-counter';

/**
 * Sends a code for a new password if the address has an account, and does and answers the same if it has none. `from`
 * is the requesting network address.
 */
@Injectable()
export class ForgetPassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly codes: Codes,
    private readonly counter: MailCounter,
  ) {}

  async run(email: string, from: string): Promise<void> {
    if (!(await this.counter.mayAsk('reset-password', email, from))) return;
    await this.transaction.run((tx) => this.codes.ask(tx, 'reset-password', email));
  }
}
