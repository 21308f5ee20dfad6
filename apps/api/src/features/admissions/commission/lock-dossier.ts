import { type Actor, isBeforeCommission, refuse } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/http/refused';
import { Application } from '../application/application.entity';
import type { Benches } from './bench';
import { Declaration } from './declaration.entity';
import { readingOf } from './reading';

/** A dossier that a member works on, locked: it is before the commission, and open to this member. */
export async function lockDossier(tx: Tx, actor: Actor, benches: Benches, at: { editionId: string; applicationId: string }) {
  const application = await tx.lock(Application, at.applicationId);
  // Asked under the lock: a conflict that was pinned in between is known.
  const bench = await benches.of(application.editionId, [application.accountId]);
  const declarations = await tx.manager.findBy(Declaration, { applicationId: application.id });
  const reading = readingOf(bench, application, declarations, actor.accountId);
  // To whom a dossier is closed, it is not there.
  if (application.editionId !== at.editionId || reading === 'outside' || reading === 'in-conflict') throw notFound();
  if (!isBeforeCommission(application.state)) throw new Refused(refuse('admissions.not-before-commission', { state: application.state }));
  if (reading === 'undeclared') throw new Refused(refuse('admissions.declare-first'));
  return application;
}
