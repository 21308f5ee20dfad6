import type { InputOf, register } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { isUniqueViolation } from '../../platform/database/errors';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { AccountRegistered } from './accounts.events';
import { ForgetPassword } from './forget-password';
import { hashOf } from './password';

@Injectable()
export class RegisterAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly forgetting: ForgetPassword,
  ) {}

  /**
   * Makes an account whose address is still to be confirmed. An address that has one already gets a mail to choose a
   * new password instead: the answer tells nobody who is registered here.
   */
  async run(person: InputOf<typeof register>['body']): Promise<void> {
    const { password, ...known } = person;
    const passwordHash = await hashOf(password);
    const account = {
      ...known,
      id: newId(),
      passwordHash,
      emailConfirmedAt: null,
      birthDate: null,
      institutionId: null,
      registeredAt: this.clock.now(),
    };
    try {
      await this.transaction.run(async (tx) => {
        await tx.insert(Account, account);
        await tx.publish(new AccountRegistered(account.id));
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      await this.forgetting.run(person.email);
    }
  }
}
