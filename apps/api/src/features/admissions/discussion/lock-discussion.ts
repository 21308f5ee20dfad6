import { type Actor, discuss } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import type { CommissionPanels } from '../dossier/commission-panel';
import { lockDossier } from '../dossier/lock-dossier';
import { Vote } from '../dossier/vote.entity';

/** Locks a dossier for a member's comment: it is open to this member, who has voted on it in this round. */
export async function lockDiscussion(
  tx: Tx,
  actor: Actor,
  panels: CommissionPanels,
  at: { editionId: string; applicationId: string },
) {
  const application = await lockDossier(tx, actor, panels, at);
  const { id: applicationId, round } = application;
  const hasVoted = await tx.manager.existsBy(Vote, { applicationId, round, accountId: actor.accountId });
  orRefuse(discuss({ hasVoted }));
  return application;
}
