import { mailsPerHour } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { networkOf } from '../../platform/http/network-of';
import { type Allowance, Limits } from '../../platform/limits/limits';

const hour = 3600;
export const mailsFromNetwork: Allowance = { name: 'mails-from-network', times: mailsPerHour.network, seconds: hour };
/** Invitations are counted for themselves, so that no stranger uses them up. */
export const mailsToAddress = (kind: 'asked' | 'invitation'): Allowance => ({ name: `mails-${kind}`, times: mailsPerHour.address, seconds: hour });

/** Counts the mails that somebody can have sent to a stranger: by the address that gets them, and by the network that asks. */
@Injectable()
export class MailCounter {
  constructor(private readonly limits: Limits) {}

  /**
   * Whether one more mail may go to this address. A network that asks for too many is told so
   * (`common.too-many-requests`); of an address nobody is told that no further mail goes to it.
   */
  async mayAsk(email: string, from: string): Promise<boolean> {
    await this.limits.take(mailsFromNetwork, networkOf(from));
    return this.maySend('asked', email);
  }

  /** The same without the network, for mails of coordinators. */
  async maySend(kind: 'asked' | 'invitation', email: string): Promise<boolean> {
    return (await this.limits.tryToTake(mailsToAddress(kind), email)) === 0;
  }
}
