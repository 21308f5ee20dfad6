import type { changeMe, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { BadInput } from '../../platform/http/handles';
import { Account } from './account.entity';
import { AccountChanged } from './accounts.events';
import { foundBy } from './found-by';
import { Institution } from './institution.entity';
import { standing } from './institutions/known-as';

/** What others go by: a change of it is told. */
const whoTheyAre = ['givenName', 'familyName', 'institutionId'] as const;

@Injectable()
export class ChangeOwnAccount {
  constructor(private readonly transaction: Transaction) {}

  /** Changes what was sent and leaves the rest. */
  run(actor: Actor, changes: InputOf<typeof changeMe>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      const account = await tx.lock(Account, actor.accountId);
      const { institutionId } = changes;
      const [chosen] = institutionId ? await tx.lockByIds(Institution, [institutionId]) : [];
      if (institutionId && !chosen) throw new BadInput([{ path: 'institutionId', reason: 'not-possible' }]);
      // One that was merged in this moment is what it became.
      Object.assign(account, changes, chosen ? { institutionId: (await standing(tx.manager, chosen)).id } : {});
      await tx.save(Object.assign(account, { foundBy: foundBy(account) }));
      if (whoTheyAre.some((key) => key in changes)) await tx.publish(new AccountChanged(account.id));
    });
  }
}
