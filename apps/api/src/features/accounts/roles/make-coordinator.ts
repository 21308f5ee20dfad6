import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvitationRegister } from '../invitations/invitation-register';
import { RoleRegister } from './role-register';

/** Makes somebody a coordinator, for the operator of the installation: at first nobody could do it in the web. */
@Injectable()
export class MakeCoordinator {
  constructor(
    private readonly transaction: Transaction,
    private readonly roles: RoleRegister,
    private readonly invitations: InvitationRegister,
  ) {}

  /** An address without an account is invited: its account gets the role. */
  run(email: string, language: string): Promise<'made' | 'invited' | 'invited-often' | 'is-one'> {
    return this.transaction.run(async (tx) => {
      const invited = await this.invitations.invite(
        tx,
        { email, role: 'coordinator', editionId: null },
        { byId: null, mailed: new Set() },
        { language },
      );
      if (typeof invited === 'string') return invited === 'invited-often' ? invited : 'invited';
      return (await this.roles.grantInOrganisation(tx, invited.accountId, 'coordinator')) ? 'made' : 'is-one';
    });
  }
}
