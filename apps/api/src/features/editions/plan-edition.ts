import type { InputOf, planEdition } from '@libretto/contracts';
import { checkDates } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { notFound, orRefuse } from '../../platform/refusals/refused';
import { ProgrammeQueries } from '../programmes';
import { ClosingLock } from './closing-lock.entity';
import { Edition } from './edition.entity';

type Plan = InputOf<typeof planEdition>['body'];

/** Plans an edition: a draft with the newest version of a programme, which it keeps. */
@Injectable()
export class PlanEdition {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeQueries,
  ) {}

  /** Refusals: editions.ends-before-it-starts, editions.closes-after-start. */
  async run(plan: Plan): Promise<{ id: string }> {
    return { id: await this.transaction.run((tx) => this.within(tx, plan)) };
  }

  /** The same as a part of a larger change. Answers the edition's id. */
  async within(tx: Tx, { programmeId, ...plan }: Plan): Promise<string> {
    const version = await this.programmes.latestById(programmeId);
    if (!version) throw notFound();
    const applicationsCloseAt = new Date(plan.applicationsCloseAt);
    orRefuse(checkDates({ ...plan, applicationsCloseAt }));
    const id = newId();
    await tx.insert(Edition, {
      ...plan,
      id,
      programmeVersionId: version.id,
      state: 'draft',
      applicationsCloseAt,
      othersSharePlaces: false,
    });
    await tx.insert(ClosingLock, { id });
    return id;
  }
}
