import { type Actor, withdraw } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { ApplicationWithdrawn } from '../dossier/admissions.events';
import { handOf, lockOwnApplication } from '../dossier/lock-own-application';

/** Withdraws the actor's own application, before it is ruled on. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refusals: admissions.no-such-step. */
  run(actor: Actor, editionId: string): Promise<void> {
    return this.transaction.run(async (tx) => {
      const application = await lockOwnApplication(tx, actor, editionId);
      application.state = orRefuse(withdraw(handOf(application)));
      await tx.save(Object.assign(application, { withdrawnAt: this.clock.now() }));
      await tx.publish(new ApplicationWithdrawn(application.id));
    });
  }
}
