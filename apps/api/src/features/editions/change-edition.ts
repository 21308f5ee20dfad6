import type { changeEdition, InputOf } from '@libretto/contracts';
import { checkDates, mayHaveCapacity } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse } from '../../platform/http/refused';
import { Edition } from './edition.entity';
import { EditionChanged } from './editions.events';
import { refuseWhenClosed } from './refuse-when-closed';

/** Changes the dates, the name or the capacity of an edition that is not closed. */
@Injectable()
export class ChangeEdition {
  constructor(private readonly transaction: Transaction) {}

  run(id: string, plan: InputOf<typeof changeEdition>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await tx.lock(Edition, id);
      refuseWhenClosed(edition);
      const applicationsCloseAt = new Date(plan.applicationsCloseAt);
      orRefuse(checkDates({ ...plan, applicationsCloseAt }));
      orRefuse(mayHaveCapacity(edition.state, edition.capacity, plan.capacity));
      await tx.save(Object.assign(edition, plan, { applicationsCloseAt }));
      await tx.publish(new EditionChanged(id));
    });
  }
}
