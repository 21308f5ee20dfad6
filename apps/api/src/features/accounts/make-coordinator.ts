import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { Account } from './account.entity';
import { PasswordForgotten } from './accounts.events';
import { hashOf } from './password';
import { OrganisationRole } from './roles.entity';
import { newToken } from './tokens';

interface Habits {
  language: string;
  timeZone: string;
}

/** Makes somebody a coordinator, for whoever runs the installation: there is nobody yet who could do it in the web. */
@Injectable()
export class MakeCoordinator {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** An address without an account gets one, and a mail to choose its password; that proves the address. */
  async run(email: string, habits: Habits): Promise<'made' | 'invited' | 'is-one'> {
    const passwordHash = await hashOf(newToken());
    return this.transaction.run(async (tx) => {
      const known = await tx.manager.findOneBy(Account, { email });
      const accountId = known?.id ?? (await this.invite(tx, email, passwordHash, habits));
      const role = { accountId, role: 'coordinator' as const };
      if (await tx.manager.existsBy(OrganisationRole, role)) return 'is-one';
      await tx.insert(OrganisationRole, { id: newId(), ...role });
      return known ? 'made' : 'invited';
    });
  }

  private async invite(tx: Tx, email: string, passwordHash: string, habits: Habits): Promise<string> {
    const id = newId();
    const [givenName = email] = email.split('@');
    await tx.insert(Account, {
      ...habits,
      id,
      email,
      passwordHash,
      // Theirs to correct on their account's page.
      givenName: givenName.slice(0, 100),
      familyName: '–',
      emailConfirmedAt: null,
      birthDate: null,
      institutionId: null,
      registeredAt: this.clock.now(),
    });
    await tx.publish(new PasswordForgotten(id));
    return id;
  }
}
