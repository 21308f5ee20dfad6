import { type Actor, canBeEdited, refuse } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { Application } from './application.entity';

/** Somebody’s own application in an edition, locked. */
export async function lockOwnApplication(tx: Tx, actor: Actor, editionId: string): Promise<Application> {
  const [application] = await tx.lockAll(Application, { editionId, accountId: actor.accountId });
  if (!application) throw notFound();
  return application;
}

/** The same, while the applicant may change it. */
export async function lockOwnDraft(tx: Tx, actor: Actor, editionId: string): Promise<Application> {
  const application = await lockOwnApplication(tx, actor, editionId);
  if (!canBeEdited(application.state) || application.erasedAt) throw new Refused(refuse('admissions.not-editable'));
  return application;
}
