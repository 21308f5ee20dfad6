import { type ApplicationState, awaitsRuling } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThan, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Recusals } from '../commission/recusals';
import { Application } from './application.entity';

/** Answers how many applications stand where, for those who watch an edition; without those that the reader must not learn of. */
@Injectable()
export class ApplicationTally {
  constructor(
    private readonly database: Database,
    private readonly recusals: Recusals,
  ) {}

  /** Of all applications of an edition, whoever may know of them: for rules, which tell nobody the number. One statement. */
  async judged(editionId: string, from: EntityManager): Promise<{ submitted: number; undecided: number }> {
    const applications = await from.find(Application, { select: { id: true, state: true, version: true }, where: { editionId, version: MoreThan(0) } });
    const undecided = applications.filter(({ state }) => awaitsRuling(state) || state === 'appealed');
    return { submitted: applications.length, undecided: undecided.length };
  }

  /** The states that occur, with their number. */
  async byState(accountId: string, editionId: string): Promise<{ state: ApplicationState; applications: number }[]> {
    const closed = [...(await this.recusals.of(accountId, editionId))];
    const rows = await this.database.read
      .createQueryBuilder(Application, 'application')
      .select('application.state', 'state')
      .addSelect('COUNT(*)', 'applications')
      .where({ editionId, ...(closed.length ? { id: Not(In(closed)) } : {}) })
      .groupBy('application.state')
      .getRawMany<{ state: ApplicationState; applications: number | string }>();
    return rows.map(({ state, applications }) => ({ state, applications: Number(applications) }));
  }
}
