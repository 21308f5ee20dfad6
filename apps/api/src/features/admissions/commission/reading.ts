import type { Bench } from './bench';
import type { Applicant } from '../conflicts/conflict-keeper';
import type { Declaration } from './declaration.entity';

/** How somebody stands to a dossier: outside it, in conflict, not yet declared, or reading it. */
export type Reading = 'outside' | 'in-conflict' | 'undeclared' | 'reads';

/** A conflict, whoever found it, weighs more than a declaration that there is none. */
export function readingOf(
  bench: Bench,
  application: Applicant,
  declarations: readonly Declaration[],
  accountId: string,
): Reading {
  if (!bench.members.some((member) => member.accountId === accountId)) return 'outside';
  if (bench.groundsOf(accountId, application, declarations).length) return 'in-conflict';
  return declarations.some((one) => one.applicationId === application.id && one.accountId === accountId)
    ? 'reads'
    : 'undeclared';
}
