import { applicationProcess, become } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import type { Application } from '../dossier/application.entity';
import type { CommissionPanels } from '../dossier/commission-panel';
import { Declaration } from '../dossier/declaration.entity';

/**
 * Hands a returned application back to the commission. It is under review at once if a member may read it already, and
 * otherwise submitted, as if it had just arrived. The caller saves it.
 */
export async function resumeReview(tx: Tx, panels: CommissionPanels, application: Application): Promise<void> {
  const step = (to: 'submitted' | 'under-review') => {
    application.state = orRefuse(become(applicationProcess, application.state, to, 'admissions.no-such-step'));
  };
  step('submitted');
  const panel = await panels.of(application.editionId, [application.accountId]);
  const declarations = await tx.manager.findBy(Declaration, { applicationId: application.id });
  if (panel.members.some(({ accountId }) => panel.readingOf(accountId, application, declarations) === 'reads'))
    step('under-review');
}
