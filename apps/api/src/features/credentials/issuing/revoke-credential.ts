import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { allow } from '../../../platform/refusals/refused';
import { mayKeepAwards } from '../credentials.policy';
import { revoke } from './standing';

@Injectable()
export class RevokeCredential {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a credential for good. Its address stays, with the date and the reason.
   * Refusals: credentials.is-own, credentials.not-valid.
   */
  async run(actor: Actor, credentialId: string, reason: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      await revoke(tx, credentialId, { by: actor.accountId, reason, at: this.clock.now() });
    });
  }
}
