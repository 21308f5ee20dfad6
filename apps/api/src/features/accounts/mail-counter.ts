import { createHash } from 'node:crypto';
import { mailsPerHour, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { networkOf } from '../../platform/http/network-of';
import { Refused } from '../../platform/http/refused';
import { MailAllowance } from './mail-allowance.entity';

const hour = 3_600_000;

/** Counts the mails that somebody can have sent to a stranger: by the address that gets them, and by the network that asks. */
@Injectable()
export class MailCounter {
  constructor(private readonly clock: Clock) {}

  /**
   * Whether one more mail may go to this address. A network that asks for too many is told so; of an address nobody is
   * told that no further mail goes to it.
   */
  async mayAsk(tx: Tx, email: string, from: string): Promise<boolean> {
    // Always in this order, so that two requests never wait for each other.
    const ofNetwork = await this.counted(tx, `network ${networkOf(from)}`);
    if (ofNetwork.mails >= mailsPerHour.network) {
      const seconds = Math.ceil((ofNetwork.since.getTime() + hour - this.clock.now().getTime()) / 1000);
      throw new Refused(refuse('common.too-many-requests', { seconds }));
    }
    ofNetwork.mails += 1;
    await tx.save(ofNetwork);
    return this.maySend(tx, 'asked', email);
  }

  /** The same without the network, for mails of coordinators: `kind` is counted for itself, so that no stranger uses it up. */
  async maySend(tx: Tx, kind: 'asked' | 'invitation', email: string): Promise<boolean> {
    const ofAddress = await this.counted(tx, `${kind} ${email}`);
    if (ofAddress.mails >= mailsPerHour.address) return false;
    ofAddress.mails += 1;
    await tx.save(ofAddress);
    return true;
  }

  /** The count of a target, locked: those who ask at once are counted one after the other. */
  private async counted(tx: Tx, what: string): Promise<MailAllowance> {
    const now = this.clock.now();
    const hourAgo = new Date(now.getTime() - hour);
    const target = createHash('sha256').update(what).digest('hex');
    let [row] = await tx.lockAll(MailAllowance, { target });
    if (!row) {
      await tx.manager.delete(MailAllowance, { since: LessThan(hourAgo) });
      await tx.insertMissing(MailAllowance, [{ id: newId(), target, since: now, mails: 0 }]);
      [row] = await tx.lockAll(MailAllowance, { target });
    }
    if (!row) throw new Error('a count that was stored is not there');
    if (row.since <= hourAgo) Object.assign(row, { since: now, mails: 0 });
    return row;
  }
}
