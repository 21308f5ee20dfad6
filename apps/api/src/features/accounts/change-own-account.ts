import type { changeMe, InputOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { BadInput } from '../../platform/http/handles';
import { Account } from './account.entity';
import { Institution } from './institution.entity';

@Injectable()
export class ChangeOwnAccount {
  constructor(private readonly transaction: Transaction) {}

  /** Changes what was sent and leaves the rest. */
  run(actor: Actor, changes: InputOf<typeof changeMe>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      const account = await tx.lock(Account, actor.accountId);
      const { institutionId } = changes;
      if (institutionId && !(await tx.manager.existsBy(Institution, { id: institutionId })))
        throw new BadInput([{ path: 'institutionId', reason: 'not-possible' }]);
      Object.assign(account, changes);
      await tx.save(account);
    });
  }
}
