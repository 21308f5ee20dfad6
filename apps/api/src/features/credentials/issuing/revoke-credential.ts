import { type Actor, endCredential } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { allow, orRefuse } from '../../../platform/refusals/refused';
import { Credential } from '../award/credential.entity';
import { CredentialRevoked } from '../credentials.events';
import { appendToLog } from '../log/append-to-log';
import { mayKeepAwards } from '../credentials.policy';

@Injectable()
export class RevokeCredential {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Ends a credential for good. Its address stays, with the date and the reason. Refusals: credentials.not-valid. */
  async run(actor: Actor, credentialId: string, reason: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const credential = await tx.lock(Credential, credentialId);
      allow(mayKeepAwards(actor, {}));
      const state = orRefuse(endCredential(credential.state, 'revoked'));
      const endedAt = this.clock.now();
      await tx.save(Object.assign(credential, { state, validFor: null, endedAt, endedBy: actor.accountId, reason }));
      await appendToLog(tx, [{ kind: 'revoked', credential, at: endedAt }]);
      await tx.publish(new CredentialRevoked(credentialId));
    });
  }
}
