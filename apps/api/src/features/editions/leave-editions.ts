import { assignedRoles, needsOf, refuse } from '@libretto/domain';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { Refused } from '../../platform/refusals/refused';
import { ReactsTo } from '../../platform/jobs/handler';
import { AccountLeaves, RoleRegister } from '../accounts';
import { Edition } from './edition.entity';
import { peopleRoles } from './people-roles';

/**
 * Somebody deletes their account. An open edition keeps the people that it needed to open: somebody else takes over
 * first.
 */
@ReactsTo(AccountLeaves)
export class LeaveEditions implements Reaction<AccountLeaves> {
  constructor(private readonly roles: RoleRegister) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    const held = await this.roles.heldBy(accountId, ...assignedRoles);
    for (const { id, state, name } of await tx.lockByIds(Edition, [
      ...new Set(held.map(({ editionId }) => editionId)),
    ])) {
      if (state !== 'open') continue;
      const holders = await peopleRoles(this.roles, id);
      const without = needsOf(holders.filter((holder) => holder.accountId !== accountId));
      const need = without.find((one) => !needsOf(holders).includes(one));
      if (need) throw new Refused(refuse('editions.needs-you', { need, edition: name }));
    }
  }
}
