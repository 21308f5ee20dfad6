import type { InputOf, register } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Codes } from '../codes/codes';
import { MailCounter } from '../codes/mail-counter';

/**
 * Sends a code with which the reader of the mail opens the account: until then there is neither an account nor a
 * password. It does and answers the same whether the address has an account already, so it tells nobody who is
 * registered here. `from` is the requesting network address.
 */
@Injectable()
export class RegisterAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly codes: Codes,
    private readonly counter: MailCounter,
  ) {}

  async run({ email, givenName, familyName, language }: InputOf<typeof register>['body'], from: string): Promise<void> {
    if (!(await this.counter.mayAsk('register', email, from))) return;
    await this.transaction.run((tx) => this.codes.ask(tx, 'register', email, { givenName, familyName, language }));
  }
}
