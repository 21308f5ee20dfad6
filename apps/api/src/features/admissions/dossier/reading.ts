import { awaitsRuling } from '@libretto/domain';
import type { Application } from './application.entity';
import type { CommissionPanel } from './commission-panel';
import type { Applicant } from './acquainted';
import type { Declaration } from './declaration.entity';

/** How somebody stands to a dossier: outside it, in conflict, not yet declared, or reading it. */
export type Reading = 'outside' | 'in-conflict' | 'undeclared' | 'reads';

/**
 * A conflict, whoever found it, weighs more than a declaration that there is none. While a ruling is still to come, whoever
 * has not answered what the applicant claims of them has not declared.
 */
export function readingOf(
  panel: CommissionPanel,
  application: Applicant & Pick<Application, 'state'>,
  declarations: readonly Declaration[],
  accountId: string,
): Reading {
  if (!panel.members.some((member) => member.accountId === accountId)) return 'outside';
  if (panel.groundsOf(accountId, application, declarations).length) return 'in-conflict';
  const hasDeclared = declarations.some((one) => one.applicationId === application.id && one.accountId === accountId);
  const isAsked = awaitsRuling(application.state) && panel.claimsOn(accountId, application, declarations).length > 0;
  return hasDeclared && !isAsked ? 'reads' : 'undeclared';
}
