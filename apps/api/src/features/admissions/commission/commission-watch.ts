import { awaitsRuling, type CommissionLack, lackOf } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Application, type ApplicationOnList, columnsOnList } from '../application/application.entity';
import { Benches } from './bench';
import { onTheDesk } from './commission-desk';
import { Declaration } from './declaration.entity';
import { baseOn } from './deliberation';
import { Recusals } from './recusals';
import { saidOf } from './said';

/** What a coordinator has to mend about a commission. */
export interface CommissionStanding {
  /** Applications on which it cannot rule as it is, by what it lacks. */
  readonly lacks: Readonly<Record<CommissionLack, number>>;
  /** Claims of applicants that members have yet to answer. */
  readonly unanswered: number;
}

/** Answers whether a commission can rule on what lies before it; without what the reader must not learn of. */
@Injectable()
export class CommissionWatch {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
    private readonly recusals: Recusals,
  ) {}

  async of(accountId: string, editionId: string): Promise<CommissionStanding> {
    const closed = await this.recusals.of(accountId, editionId);
    const where = { editionId, state: In(onTheDesk.filter(awaitsRuling)) };
    const all: ApplicationOnList[] = await this.database.read.find(Application, { select: columnsOnList, where });
    const applications = all.filter(({ id }) => !closed.has(id));
    const bench = await this.benches.of(editionId, applications.map((application) => application.accountId));
    const declarations = await this.database.read.findBy(Declaration, { applicationId: In(applications.map(({ id }) => id)) });
    const said = Map.groupBy(declarations, ({ applicationId }) => applicationId);
    const { first } = await saidOf(this.database.read, applications.filter(({ round }) => round === 2));
    const lacks = { quorum: 0, chair: 0 };
    let unanswered = 0;
    for (const application of applications) {
      const own = said.get(application.id) ?? [];
      const base = baseOn(application, bench, { declarations: own, first });
      const lack = lackOf(base);
      if (lack) lacks[lack] += 1;
      unanswered += base.members.reduce((claims, member) => claims + bench.claimsOn(member.accountId, application, own).length, 0);
    }
    return { lacks, unanswered };
  }
}
