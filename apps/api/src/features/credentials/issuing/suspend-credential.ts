import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { allow } from '../../../platform/refusals/refused';
import { mayKeepAwards } from '../credentials.policy';
import { suspend } from './standing';

@Injectable()
export class SuspendCredential {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps verifiers from relying on a credential, from now until it is reinstated. Its address stays.
   * Refusals: credentials.is-own, credentials.is-suspended, credentials.not-valid, credentials.signed-before-suspensions.
   */
  async run(actor: Actor, credentialId: string, reason: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      await suspend(tx, credentialId, { by: actor.accountId, reason, at: this.clock.now() });
    });
  }
}
