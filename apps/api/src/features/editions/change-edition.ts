import type { changeEdition, InputOf } from '@libretto/contracts';
import { changeIn, checkDates, holdsHours, leastDays, mayHaveCapacity, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { orRefuse, Refused } from '../../platform/refusals/refused';
import { EditionDirectory } from './edition-directory';
import { Edition } from './edition.entity';
import { EditionChanged } from './editions.events';

/**
 * Changes the dates, the name or the capacity of an edition that is not closed. An open one keeps the days that it
 * needed to open.
 */
@Injectable()
export class ChangeEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly directory: EditionDirectory,
  ) {}

  /**
   * Refusals: editions.ends-before-it-starts, editions.closes-after-start, editions.too-few-days,
   * editions.capacity-only-grows, editions.is-closed.
   */
  run(id: string, plan: InputOf<typeof changeEdition>['body']): Promise<void> {
    return this.transaction.run(async (tx) => {
      const edition = await tx.lock(Edition, id);
      orRefuse(changeIn(edition.state));
      const applicationsCloseAt = new Date(plan.applicationsCloseAt);
      orRefuse(checkDates({ ...plan, applicationsCloseAt }));
      const { hours } = (await this.directory.lock(tx, id)).definition.workload;
      if (edition.state === 'open' && holdsHours(edition, hours) && !holdsHours(plan, hours))
        throw new Refused(refuse('editions.too-few-days', { hours, least: leastDays(hours) }));
      orRefuse(mayHaveCapacity(edition.state, edition.capacity, plan.capacity));
      await tx.save(Object.assign(edition, plan, { applicationsCloseAt }));
      await tx.publish(new EditionChanged(id));
    });
  }
}
