import { type Actor, organisationRoles, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { isStillReferredTo } from '../../../platform/database/errors';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { nobodysAddress } from '../../../platform/mail/nobodys-address';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { Account } from '../account/account.entity';
import { AccountLeaves } from '../accounts.events';
import { AddressChange } from '../address/address-change.entity';
import { Codes } from '../codes/codes';
import { Institution } from '../institutions/institution.entity';
import { Invitation } from '../invitations/invitation.entity';
import { OwnPassword } from '../sign-in/own-password';
import { noPassword } from '../sign-in/password';
import { EditionRole, OrganisationRole } from '../roles/roles.entity';
import { SignIn } from '../sign-in/sign-in.entity';

/**
 * Deletes one's own account: sign-ins, roles, codes and the log of mails go. Records that have to stay (a ruling, a
 * dossier for its time, an award) keep the name, on an account that nobody can use or find.
 */
@Injectable()
export class DeleteAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly own: OwnPassword,
    private readonly codes: Codes,
  ) {}

  /** Refusals: accounts.wrong-password, accounts.last-of-role, editions.needs-you. */
  async run({ accountId }: Actor, password: string, from: string): Promise<void> {
    const checked = await this.own.check(accountId, password, from);
    await this.transaction.run(async (tx) => {
      const account = await this.own.lock(tx, accountId, checked);
      await this.refuseForLastOne(tx, accountId);
      await tx.publish(new AccountLeaves(accountId));
      for (const held of [SignIn, OrganisationRole, EditionRole, AddressChange])
        await tx.manager.delete(held, { accountId });
      await this.codes.void(tx, account.email);
      await tx.manager.delete(Invitation, { email: account.email });
      // Records of their work for others stay, without their name.
      await tx.manager.update(Invitation, { byId: accountId }, { byId: null });
      await tx.manager.update(Institution, { proposedById: accountId }, { proposedById: null });
      await tx.manager.delete(SentMail, { recipient: account.email });
      await this.remove(tx, account);
    });
  }

  /** Somebody who can give roles to others has to remain. */
  private async refuseForLastOne(tx: Tx, accountId: string): Promise<void> {
    for (const role of organisationRoles) {
      const holders = await tx.lockAll(OrganisationRole, { role });
      if (holders.length === 1 && holders[0]?.accountId === accountId)
        throw new Refused(refuse('accounts.last-of-role', { role }));
    }
  }

  /** The database knows whether a record still names the person. */
  private async remove(tx: Tx, account: Account): Promise<void> {
    try {
      await tx.manager.delete(Account, { id: account.id });
    } catch (error) {
      if (!isStillReferredTo(error)) throw error;
      const gone = {
        email: nobodysAddress(account.id),
        passwordHash: noPassword,
        birthDate: null,
        institutionId: null,
        foundBy: '',
        deletedAt: this.clock.now(),
      };
      await tx.save(Object.assign(account, gone));
    }
  }
}
