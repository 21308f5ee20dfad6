import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { allow } from '../../../platform/refusals/refused';
import { mayKeepAwards } from '../credentials.policy';
import { reinstate } from './standing';

@Injectable()
export class ReinstateCredential {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a suspended credential valid again. Only the history of the award keeps that it was suspended.
   * Refusals: credentials.is-own, credentials.not-suspended.
   */
  async run(actor: Actor, credentialId: string, reason: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      await reinstate(tx, credentialId, { by: actor.accountId, reason, at: this.clock.now() });
    });
  }
}
