import { type AssignedRole, editionRoles, mayBeAssigned, singleRoles } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orRefuse } from '../../platform/http/refused';
import { PeopleDirectory, RoleBook } from '../accounts';
import { Edition } from './edition.entity';
import { refuseWhenClosed } from './refuse-when-closed';

/** Gives somebody a role in an edition. A new chair or deputy follows the one before. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleBook,
  ) {}

  async run(editionId: string, accountId: string, role: AssignedRole): Promise<void> {
    if (!(await this.people.byIds([accountId])).has(accountId)) throw notFound();
    await this.transaction.run(async (tx) => {
      refuseWhenClosed(await tx.lock(Edition, editionId));
      const holders = await this.roles.holders(editionId, ...editionRoles);
      const held = holders.filter((holder) => holder.accountId === accountId).map((holder) => holder.role);
      orRefuse(mayBeAssigned(role, held));
      if (singleRoles.includes(role))
        for (const before of holders.filter((holder) => holder.role === role && holder.accountId !== accountId))
          await this.roles.revoke(tx, { editionId, ...before });
      await this.roles.grant(tx, { editionId, accountId, role });
    });
  }
}
