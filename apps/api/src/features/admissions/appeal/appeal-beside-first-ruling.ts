import type { AppealView, EvidenceView } from '@libretto/contracts';
import { votesThatCount } from '@libretto/domain';
import type { Application } from '../dossier/application.entity';
import { rulingShown, voteShown } from '../dossier/as-shown';
import type { CommissionPanel } from '../dossier/commission-panel';
import type { Ruling } from '../dossier/ruling.entity';
import type { Vote } from '../dossier/vote.entity';
import type { Appeal } from './appeal.entity';

interface Asked {
  application: Application;
  panel: CommissionPanel;
  inConflict: ReadonlySet<string>;
  evidence: readonly EvidenceView[];
  /** Whether the member may see how others voted. */
  sees: boolean;
  appeal: Appeal | undefined;
  first: Ruling | undefined;
  /** The votes of the first round. */
  votes: readonly Vote[];
}

/** An appeal beside the ruling under appeal, as one member may see them; `null` if there is none for them. */
export function appealBesideFirstRuling(asked: Asked): AppealView | null {
  const { application, panel, inConflict, evidence, sees, appeal, first, votes } = asked;
  if (application.round !== 2 || !appeal || !first) return null;
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
