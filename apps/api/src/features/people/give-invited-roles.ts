import { type InvitationOutcome, isOrganisationRole } from '@libretto/domain';
import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { AddressProven, type Asked, InvitationRegister, PeopleDirectory, RoleRegister } from '../accounts';
import { AssignRole } from '../editions';

/** An invited address has an account: it gets the roles of its invitations, as far as the editions still allow. */
@ReactsTo(AddressProven)
export class GiveInvitedRoles implements Reaction<AddressProven> {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly invitations: InvitationRegister,
    private readonly roles: RoleRegister,
    private readonly assigning: AssignRole,
  ) {}

  async react({ accountId }: AddressProven, tx: Tx): Promise<void> {
    const person = (await this.people.byIds([accountId])).get(accountId);
    if (person) await this.invitations.settle(tx, person.email, (asked) => this.give(tx, accountId, asked));
  }

  private async give(tx: Tx, accountId: string, { role, editionId }: Asked): Promise<InvitationOutcome> {
    if (isOrganisationRole(role)) await this.roles.grantInOrganisation(tx, accountId, role);
    else if (!editionId || !(await this.assigning.asInvited(tx, editionId, accountId, role))) return 'refused';
    return 'accepted';
  }
}
