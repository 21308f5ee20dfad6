import { applicationProcess, become } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/http/refused';
import type { Application } from '../application/application.entity';
import type { Benches } from '../commission/bench';
import { Declaration } from '../commission/declaration.entity';
import { readingOf } from '../commission/reading';

/**
 * Hands a returned application back to the commission. It is under review at once where a member may read it already,
 * and otherwise submitted, as if it had just arrived. The caller saves it.
 */
export async function resumeReview(tx: Tx, benches: Benches, application: Application): Promise<void> {
  const step = (to: 'submitted' | 'under-review') => {
    application.state = orRefuse(become(applicationProcess, application.state, to, 'admissions.no-such-step'));
  };
  step('submitted');
  const bench = await benches.of(application.editionId, [application.accountId]);
  const declarations = await tx.manager.findBy(Declaration, { applicationId: application.id });
  if (bench.members.some(({ accountId }) => readingOf(bench, application, declarations, accountId) === 'reads')) step('under-review');
}
