import type { changeMe, InputOf } from '@libretto/contracts';
import { type Actor, isBirthDate } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { BadInput } from '../../../platform/http/handles';
import { Account } from '../account/account.entity';
import { AccountChanged } from '../accounts.events';
import { derivedFrom } from '../account/found-by';
import { Institution } from '../institutions/institution.entity';
import { standing } from '../institutions/known-as';

/** The fields that other people see: changing one of them is published. */
const whoTheyAre = ['givenName', 'familyName', 'institutionId'] as const;

@Injectable()
export class ChangeOwnAccount {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Changes the given fields and leaves the rest. */
  run(actor: Actor, changes: InputOf<typeof changeMe>['body']): Promise<void> {
    const { birthDate } = changes;
    const today = this.clock.now().toISOString().slice(0, 10);
    return this.transaction.run(async (tx) => {
      if (birthDate && !isBirthDate(birthDate, today))
        throw new BadInput([{ path: 'birthDate', reason: 'not-possible' }]);
      const account = await tx.lock(Account, actor.accountId);
      const { institutionId } = changes;
      const [chosen] = institutionId ? await tx.lockByIds(Institution, [institutionId]) : [];
      if (institutionId && !chosen) throw new BadInput([{ path: 'institutionId', reason: 'not-possible' }]);
      // An institution that was merged in this moment is replaced by the one into which it was merged.
      Object.assign(account, changes, chosen ? { institutionId: (await standing(tx.manager, chosen)).id } : {});
      await tx.save(Object.assign(account, derivedFrom(account)));
      if (whoTheyAre.some((key) => key in changes)) await tx.publish(new AccountChanged(account.id));
    });
  }
}
