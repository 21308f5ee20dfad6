import { Injectable } from '@nestjs/common';
import { networkOf } from '../../../platform/http/network-of';
import { type Allowance, Limits } from '../../../platform/limits/limits';

const quarterOfAnHour = 15 * 60;
/**
 * By e-mail address and network address together: a stranger who guesses from elsewhere cannot keep the owner out of
 * the account.
 */
const forOneAddress: Allowance = { name: 'password-guesses', times: 10, seconds: quarterOfAnHour };
/** For many accounts from one network address, since a whole seminar may share it. */
const fromOnePlace: Allowance = { name: 'password-guesses-from', times: 100, seconds: quarterOfAnHour };

/** Counts wrong passwords, and slows down guessing. */
@Injectable()
export class FailedSignIns {
  constructor(private readonly limits: Limits) {}

  /** Counts an attempt before the password is checked. Refuses with `common.too-many-requests`. */
  async beforeTry(email: string, from: string): Promise<void> {
    await this.limits.take(fromOnePlace, networkOf(from));
    await this.limits.take(forOneAddress, targetOf(email, from));
  }

  /** A right password is no failure. */
  async afterSuccess(email: string, from: string): Promise<void> {
    await this.limits.giveBack(fromOnePlace, networkOf(from));
    await this.limits.clear(forOneAddress, targetOf(email, from));
  }
}

const targetOf = (email: string, from: string) => `${email} ${networkOf(from)}`;
