import type { InputOf, openAccount } from '@libretto/contracts';
import { openingPurposes, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { Account } from '../account/account.entity';
import { AddressProven } from '../accounts.events';
import { Codes } from '../codes/codes';
import { derivedFrom } from '../account/found-by';
import { hashOf } from '../sign-in/password';
import { newSignIn } from '../sign-in/new-sign-in';
import { SignIn } from '../sign-in/sign-in.entity';

type Person = Omit<InputOf<typeof openAccount>['body'], 'code' | 'password'>;

const notValid = () => new Refused(refuse('accounts.code-not-valid'));

/**
 * Opens an account for an address that a code has proven, with the password that its owner chooses now, and signs them
 * in.
 */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly codes: Codes,
  ) {}

  /**
   * The form's initial values: the details given when the code was asked for, to be corrected by the reader of the
   * mail.
   * Refusals: accounts.code-not-valid.
   */
  async read(code: string) {
    const { email, said } = await this.codes.read(openingPurposes, code);
    return { email, givenName: said?.givenName ?? '', familyName: said?.familyName ?? '' };
  }

  /** Answers the token for the cookie. Refusals: accounts.code-not-valid. */
  async run({ code, password, ...person }: InputOf<typeof openAccount>['body']): Promise<string> {
    const passwordHash = await hashOf(password);
    try {
      return await this.transaction.run((tx) => this.open(tx, code, person, passwordHash));
    } catch (error) {
      // Somebody else has moved to this address in the meantime.
      if (isUniqueViolation(error)) throw notValid();
      throw error;
    }
  }

  private async open(tx: Tx, code: string, person: Person, passwordHash: string): Promise<string> {
    const now = this.clock.now();
    const { email } = await this.codes.use(tx, openingPurposes, code);
    if (await tx.manager.existsBy(Account, { email })) throw notValid();
    const id = newId();
    const nothing = { birthDate: null, institutionId: null, deletedAt: null };
    await tx.insert(Account, {
      ...person,
      ...nothing,
      id,
      email,
      passwordHash,
      ...derivedFrom({ ...person, email }),
      registeredAt: now,
    });
    await this.codes.void(tx, email);
    await tx.publish(new AddressProven(id));
    const { token, row } = newSignIn(id, now);
    await tx.insert(SignIn, row);
    return token;
  }
}
