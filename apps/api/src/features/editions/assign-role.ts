import { type AssignedRole, changeIn, editionRoles, mayBeAssigned, type Refusal, singleRoles } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { notFound, orRefuse, Refused } from '../../platform/refusals/refused';
import { InvitationRegister, PeopleDirectory, RoleRegister } from '../accounts';
import { Edition } from './edition.entity';
import { RoleProposed } from './editions.events';

/** Gives somebody a role in an edition. A new chair or deputy replaces the one before. */
@Injectable()
export class AssignRole {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly invitations: InvitationRegister,
  ) {}

  /** Refusals: editions.takes-part, editions.has-applied, editions.own-deputy, editions.is-closed. */
  async run(editionId: string, accountId: string, role: AssignedRole): Promise<void> {
    if (!(await this.people.byIds([accountId])).has(accountId)) throw notFound();
    await this.transaction.run(async (tx) => orRefuse(await this.within(tx, editionId, accountId, role)));
  }

  /** The same for somebody who was invited earlier: a single role that has a holder by now stays with that holder. */
  async asInvited(tx: Tx, editionId: string, accountId: string, role: AssignedRole): Promise<boolean> {
    await tx.lock(Edition, editionId);
    const holders = singleRoles.includes(role) ? await this.roles.holders(editionId, [role]) : [];
    if (holders.some((holder) => holder.accountId !== accountId)) return false;
    return (await this.within(tx, editionId, accountId, role)) === true;
  }

  /** The same as a part of a larger transaction. Answers the refusal, and leaves the consequence to the caller. */
  async within(tx: Tx, editionId: string, accountId: string, role: AssignedRole): Promise<Refusal | true> {
    const edition = await tx.lock(Edition, editionId);
    const changes = changeIn(edition.state);
    if (changes !== true) return changes;
    const holders = await this.roles.holders(editionId, editionRoles);
    const held = holders.filter((holder) => holder.accountId === accountId).map((holder) => holder.role);
    const answer = mayBeAssigned(role, held);
    if (answer !== true) return answer;
    const objection = await objectionTo(tx, new RoleProposed(accountId, editionId, role));
    if (objection) return objection;
    if (singleRoles.includes(role)) {
      for (const before of holders.filter((holder) => holder.role === role && holder.accountId !== accountId))
        await this.roles.revoke(tx, { editionId, ...before });
      await this.invitations.endAll(tx, role, editionId);
    }
    await this.roles.grant(tx, { editionId, accountId, role });
    return true;
  }
}

/** The refusal of another feature; it comes before anything is written. */
async function objectionTo(tx: Tx, proposed: RoleProposed): Promise<Refusal | null> {
  try {
    await tx.publish(proposed);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
