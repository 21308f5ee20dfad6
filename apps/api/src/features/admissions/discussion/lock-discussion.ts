import { type Actor, discuss } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import type { Application } from '../dossier/application.entity';
import type { OpenDossiers } from '../dossier/open-dossiers';

/** Locks a dossier for a member's comment: it is open to this member, who has voted on it in this round. */
export async function lockDiscussion(
  tx: Tx,
  actor: Actor,
  dossiers: OpenDossiers,
  at: { editionId: string; applicationId: string },
): Promise<Application> {
  const { application, record } = await dossiers.lock(tx, actor, at);
  const hasVoted = record.votes.some(({ accountId }) => accountId === actor.accountId);
  orRefuse(discuss({ hasVoted }));
  return application;
}
