import type { AppealView, EvidenceView } from '@libretto/contracts';
import { votesThatCount } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { Application } from '../dossier/application.entity';
import { rulingShown, voteShown } from '../dossier/as-shown';
import type { CommissionPanel } from '../dossier/commission-panel';
import { deliberationRecordOf } from '../dossier/deliberation-record';
import { Ruling } from '../dossier/ruling.entity';
import { Appeal } from './appeal.entity';

interface Asked {
  application: Application;
  panel: CommissionPanel;
  inConflict: ReadonlySet<string>;
  evidence: readonly EvidenceView[];
  /** Whether the member may see how others voted. */
  sees: boolean;
}

/** An appeal beside the ruling under appeal, as one member may see them; `null` if there is none for them. */
@Injectable()
export class AppealBesideFirstRuling {
  constructor(private readonly database: Database) {}

  async of({ application, panel, inConflict, evidence, sees }: Asked): Promise<AppealView | null> {
    const { id: applicationId, round } = application;
    if (round !== 2) return null;
    const appeal = await this.database.read.findOneByOrFail(Appeal, { applicationId });
    const first = await this.database.read.findOneByOrFail(Ruling, { applicationId, number: 1 });
    const { votes } = await deliberationRecordOf(this.database.read, [{ id: applicationId, round: 1 }]);
    const firstVotes = votesThatCount(votes).filter(({ accountId }) => !inConflict.has(accountId));
    return {
      statement: appeal.statement,
      at: appeal.at.toISOString(),
      evidence: evidence.filter(({ ofAppeal }) => ofAppeal),
      first: rulingShown(panel, first),
      // Members decide anew on their own first: they see the first round's votes once they have voted.
      firstVotes: sees ? firstVotes.map((vote) => voteShown(panel, application, vote)) : [],
    };
  }
}
