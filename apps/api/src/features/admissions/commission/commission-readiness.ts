import { awaitsRuling, type CommissionLack, lackOf, onTheDesk } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Application, type ApplicationOnList, columnsOnList } from '../dossier/application.entity';
import { CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { baseOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { deliberationRecordOf } from '../dossier/deliberation-record';

/** The deficiencies of a commission that a coordinator has to mend. */
export interface CommissionStanding {
  /** The number of applications on which it cannot rule as it is, by deficiency. */
  readonly lacks: Readonly<Record<CommissionLack, number>>;
  /** Claims of applicants that members have yet to answer. */
  readonly unanswered: number;
}

/** Whether a commission can rule on the applications before it; without those that the reader must not learn of. */
@Injectable()
export class CommissionReadiness {
  constructor(
    private readonly database: Database,
    private readonly panels: CommissionPanels,
    private readonly recusals: Recusals,
  ) {}

  async of(accountId: string, editionId: string): Promise<CommissionStanding> {
    const closed = await this.recusals.of(accountId, editionId);
    const where = { editionId, state: In(onTheDesk.filter(awaitsRuling)) };
    const all: ApplicationOnList[] = await this.database.read.find(Application, { select: columnsOnList, where });
    const applications = all.filter(({ id }) => !closed.has(id));
    const panel = await this.panels.of(
      editionId,
      applications.map((application) => application.accountId),
    );
    const declarations = await this.database.read.findBy(Declaration, {
      applicationId: In(applications.map(({ id }) => id)),
    });
    const declared = Map.groupBy(declarations, ({ applicationId }) => applicationId);
    const { first } = await deliberationRecordOf(
      this.database.read,
      applications.filter(({ round }) => round === 2),
    );
    const lacks = { quorum: 0, chair: 0 };
    let unanswered = 0;
    for (const application of applications) {
      const own = declared.get(application.id) ?? [];
      const base = baseOn(application, panel, { declarations: own, first });
      const lack = lackOf(base);
      if (lack) lacks[lack] += 1;
      unanswered += base.members.reduce(
        (claims, member) => claims + panel.claimsOn(member.accountId, application, own).length,
        0,
      );
    }
    return { lacks, unanswered };
  }
}
