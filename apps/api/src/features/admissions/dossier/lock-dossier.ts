import { type Actor, workOn } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
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
  if (application.editionId !== at.editionId) throw notFound();
  const decides = decidesOn(actor.accountId, application, panel, record);
  orRefuse(workOn({ state: application.state, reading, decides }));
  return application;
}
