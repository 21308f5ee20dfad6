import type { InputOf, openAccount } from '@libretto/contracts';
import { openingPurposes, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { Refused } from '../../platform/http/refused';
import { Account } from './account.entity';
import { AddressProven } from './accounts.events';
import { Codes } from './codes';
import { foundBy } from './found-by';
import { hashOf } from './password';
import { newSignIn } from './new-sign-in';
import { SignIn } from './sign-in.entity';

/** Opens an account for an address that a code has proven, with the password that its owner chooses now, and signs them in. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly codes: Codes,
  ) {}

  /** What the form begins with: what was said when the code was asked for, to be corrected by whoever reads the mail. */
  async read(code: string) {
    const { email, said } = await this.codes.read(openingPurposes, code);
    return { email, givenName: said?.givenName ?? '', familyName: said?.familyName ?? '' };
  }

  /** Answers the token for the cookie. */
  async run({ code, password, ...person }: InputOf<typeof openAccount>['body']): Promise<string> {
    const passwordHash = await hashOf(password);
    return this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const { email } = await this.codes.use(tx, openingPurposes, code);
      if (await tx.manager.existsBy(Account, { email })) throw new Refused(refuse('accounts.code-not-valid'));
      const id = newId();
      const nothing = { birthDate: null, institutionId: null, deletedAt: null };
      await tx.insert(Account, { ...person, ...nothing, id, email, passwordHash, foundBy: foundBy({ ...person, email }), registeredAt: now });
      await this.codes.void(tx, email);
      await tx.publish(new AddressProven(id));
      const { token, row } = newSignIn(id, now);
      await tx.insert(SignIn, row);
      return token;
    });
  }
}
