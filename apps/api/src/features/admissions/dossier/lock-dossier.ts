import { type Actor, isBeforeCommission, refuse } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { Application } from './application.entity';
import type { CommissionPanels } from './commission-panel';
import { decidesOn } from './deliberation';
import { deliberationRecordOf } from './deliberation-record';

/** Locks a dossier for a member's work: it is before the commission, and open to this member. */
export async function lockDossier(
  tx: Tx,
  actor: Actor,
  panels: CommissionPanels,
  at: { editionId: string; applicationId: string },
) {
  const application = await tx.lock(Application, at.applicationId);
  // Read under the lock: a conflict that was pinned in between is seen.
  const panel = await panels.of(application.editionId, [application.accountId]);
  const record = await deliberationRecordOf(tx.manager, [application]);
  const reading = panel.readingOf(actor.accountId, application, record.declarations);
  // A dossier that is closed to a member does not exist for them.
  if (application.editionId !== at.editionId || reading === 'outside' || reading === 'in-conflict') throw notFound();
  if (!isBeforeCommission(application.state))
    throw new Refused(refuse('admissions.not-before-commission', { state: application.state }));
  if (reading === 'undeclared') throw new Refused(refuse('admissions.declare-first'));
  if (!decidesOn(actor.accountId, application, panel, record)) throw new Refused(refuse('admissions.ruled-first'));
  return application;
}
