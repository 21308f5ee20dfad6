import type { InputOf, planEdition } from '@libretto/contracts';
import { checkDates } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orRefuse } from '../../platform/refusals/refused';
import { ProgrammeQueries } from '../programmes';
import { ClosingLock } from './closing-lock.entity';
import { Edition } from './edition.entity';

/** Plans an edition: a draft with the newest version of a programme, which it keeps. */
@Injectable()
export class PlanEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Refusals: editions.ends-before-it-starts, editions.closes-after-start. */
  async run({ programmeId, ...plan }: InputOf<typeof planEdition>['body']): Promise<{ id: string }> {
    const version = await this.programmes.latestById(programmeId);
    if (!version) throw notFound();
    const applicationsCloseAt = new Date(plan.applicationsCloseAt);
    orRefuse(checkDates({ ...plan, applicationsCloseAt }));
    const id = newId();
    await this.transaction.run(async (tx) => {
      await tx.insert(Edition, {
        ...plan,
        id,
        programmeVersionId: version.id,
        state: 'draft',
        applicationsCloseAt,
        othersSharePlaces: false,
      });
      await tx.insert(ClosingLock, { id });
    });
    return { id };
  }
}
