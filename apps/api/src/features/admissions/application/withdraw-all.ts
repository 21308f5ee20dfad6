import { applicationProcess, become, canBeWithdrawn } from '@libretto/domain';
import { Clock } from '../../../platform/clock/clock';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { orRefuse } from '../../../platform/refusals/refused';
import { AccountLeaves } from '../../accounts';
import { ApplicationWithdrawn } from '../dossier/admissions.events';
import { Application } from '../dossier/application.entity';

/**
 * Somebody deletes their account: the commission stops work on their applications. The dossiers are erased when their
 * retention ends.
 */
@ReactsTo(AccountLeaves)
export class WithdrawAll implements Reaction<AccountLeaves> {
  constructor(private readonly clock: Clock) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    for (const application of await tx.lockAll(Application, { accountId })) {
      if (!canBeWithdrawn(application.state)) continue;
      await tx.save(
        Object.assign(application, {
          state: orRefuse(become(applicationProcess, application.state, 'withdrawn', 'admissions.no-such-step')),
          withdrawnAt: this.clock.now(),
        }),
      );
      await tx.publish(new ApplicationWithdrawn(application.id));
    }
  }
}
