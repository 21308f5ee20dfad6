import { type Actor, edit } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { Application } from './application.entity';

/** Somebody’s own application in an edition, locked. */
export async function lockOwnApplication(tx: Tx, actor: Actor, editionId: string): Promise<Application> {
  const [application] = await tx.lockAll(Application, { editionId, accountId: actor.accountId });
  if (!application) throw notFound();
  return application;
}

/** The part of an application that the rules on its applicant read. */
export const handOf = ({ state, erasedAt }: Application) => ({ state, isErased: erasedAt !== null });

/** The same, while the applicant may change it. */
export async function lockOwnDraft(tx: Tx, actor: Actor, editionId: string): Promise<Application> {
  const application = await lockOwnApplication(tx, actor, editionId);
  orRefuse(edit(handOf(application)));
  return application;
}
