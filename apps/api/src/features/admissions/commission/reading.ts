import { awaitsRuling } from '@libretto/domain';
import type { Application } from '../application/application.entity';
import type { Bench } from './bench';
import type { Applicant } from '../conflicts/acquainted';
import type { Declaration } from './declaration.entity';

/** How somebody stands to a dossier: outside it, in conflict, not yet declared, or reading it. */
export type Reading = 'outside' | 'in-conflict' | 'undeclared' | 'reads';

/**
 * A conflict, whoever found it, weighs more than a declaration that there is none. While a ruling is still to come, whoever
 * has not answered what the applicant claims of them has not declared.
 */
export function readingOf(
  bench: Bench,
  application: Applicant & Pick<Application, 'state'>,
  declarations: readonly Declaration[],
  accountId: string,
): Reading {
  if (!bench.members.some((member) => member.accountId === accountId)) return 'outside';
  if (bench.groundsOf(accountId, application, declarations).length) return 'in-conflict';
  const hasDeclared = declarations.some((one) => one.applicationId === application.id && one.accountId === accountId);
  const isAsked = awaitsRuling(application.state) && bench.claimsOn(accountId, application, declarations).length > 0;
  return hasDeclared && !isAsked ? 'reads' : 'undeclared';
}
