import { awaitsRuling, type CommissionLack, lackOf, onTheDesk } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Application, onList } from '../dossier/application.entity';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';
import { baseOn } from '../dossier/deliberation';
import { Recusals } from '../dossier/recusals';
import { onThese, recordOf, recordRows } from '../dossier/deliberation-record';

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
    private readonly recusals: Recusals,
  ) {}

  async of(accountId: string, editionId: string): Promise<CommissionStanding> {
    const [closed, all] = await Promise.all([
      this.recusals.of(accountId, editionId),
      this.database.rows(
        rowsOf(
          Application,
          'WHERE it.editionId = :editionId AND it.state IN (:...states)',
          { editionId, states: onTheDesk.filter(awaitsRuling) },
          { columns: onList },
        ),
      ),
    ]);
    const applications = all.filter(({ id }) => !closed.has(id));
    const applicationIds = applications.map(({ id }) => id);
    const onAppeal = applications.filter(({ round }) => round === 2);
    const rows = await this.database.together({
      ...panelRows(editionId, idsOfApplicants, { applicationIds }),
      ...recordRows(onAppeal.map(({ id }) => id)),
      declarations: rowsOf(Declaration, onThese, { applicationIds }),
    });
    const panel = panelOf(rows);
    const declared = Map.groupBy(rows.declarations, ({ applicationId }) => applicationId);
    const { first } = recordOf(rows, onAppeal);
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
