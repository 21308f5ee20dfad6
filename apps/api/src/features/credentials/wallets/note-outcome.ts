import { copyAfter, type CopyState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { GiveCopies } from './give-copies';
import { ProtocolError } from './protocol-error';
import { WalletCopy } from './wallet-copy.entity';
import { WalletSecrets } from './wallet-secrets';

const states = new Map<unknown, CopyState>([
  ['credential_accepted', 'stored'],
  ['credential_failure', 'failed'],
  ['credential_deleted', 'deleted'],
]);

@Injectable()
export class NoteOutcome {
  constructor(
    private readonly transaction: Transaction,
    private readonly giving: GiveCopies,
    private readonly secrets: WalletSecrets,
  ) {}

  /** Notes what a wallet says of copies that it got with this token. Saying it again changes nothing. */
  async run(token: string, asked: Readonly<Record<string, unknown>>): Promise<void> {
    const offer = await this.giving.offerOf(token);
    const { notification_id: name, event } = asked;
    const state = states.get(event);
    if (typeof name !== 'string' || !state) throw new ProtocolError('invalid_notification_request');
    const notificationHash = this.secrets.hashOf(name);
    await this.transaction.run(async (tx) => {
      const [copy] = await tx.lockAll(WalletCopy, { notificationHash, offerId: offer.id });
      if (!copy) throw new ProtocolError('invalid_notification_id');
      await tx.save(Object.assign(copy, { state: copyAfter(copy.state, state) }));
    });
  }
}
