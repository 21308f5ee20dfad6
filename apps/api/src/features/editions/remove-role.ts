import { type AssignedRole, changeIn, needsOf, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orRefuse, Refused } from '../../platform/refusals/refused';
import { RoleRegister } from '../accounts';
import { Edition } from './edition.entity';
import { peopleRoles } from './people-roles';

/** Takes a role back. An open edition keeps the people that it needed to open. */
@Injectable()
export class RemoveRole {
  constructor(
    private readonly transaction: Transaction,
    private readonly roles: RoleRegister,
  ) {}

  /** Refusals: editions.still-needed, editions.is-closed. */
  run(editionId: string, accountId: string, role: AssignedRole): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await tx.lock(Edition, editionId);
      orRefuse(changeIn(edition.state));
      const holders = await peopleRoles(this.roles, editionId);
      const others = holders.filter((holder) => !(holder.accountId === accountId && holder.role === role));
      if (others.length === holders.length) throw notFound();
      const [need] = needsOf(others);
      if (edition.state === 'open' && need && !needsOf(holders).includes(need))
        throw new Refused(refuse('editions.still-needed', { need }));
      await this.roles.revoke(tx, { editionId, accountId, role });
    });
  }
}
