import { type CodePurpose, mailsPerHour } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { networkOf } from '../../../platform/http/network-of';
import { type Allowance, Limits } from '../../../platform/limits/limits';

const hour = 3600;
export const mailsFromNetwork: Allowance = { name: 'mails-from-network', times: mailsPerHour.network, seconds: hour };
/**
 * Each purpose is counted for itself: a stranger who registers somebody's address again and again cannot block a new
 * password.
 */
export const mailsToAddress = (purpose: CodePurpose): Allowance => ({
  name: `mails-${purpose}`,
  times: mailsPerHour.address,
  seconds: hour,
});

/**
 * Counts the mails that somebody can have sent to a stranger: by the address that gets them, and by the network that
 * asks.
 */
@Injectable()
export class MailCounter {
  constructor(private readonly limits: Limits) {}

  /**
   * Whether one more mail may go to this address. A network with too many requests is told so
   * (`common.too-many-requests`); about an address nobody is told that no further mail goes to it.
   */
  async mayAsk(purpose: CodePurpose, email: string, from: string): Promise<boolean> {
    await this.limits.take(mailsFromNetwork, networkOf(from));
    return this.maySend(purpose, email);
  }

  /** The same without the network, for mails of coordinators. */
  async maySend(purpose: CodePurpose, email: string): Promise<boolean> {
    return (await this.limits.tryToTake(mailsToAddress(purpose), email)) === 0;
  }
}
