import type { Acquainted } from '@libretto/domain';
import type { PersonCard } from '../../accounts';

/** Who somebody is, as far as conflicts go: where they work now, and where an applicant worked at submission. */
export function acquainted(
  people: ReadonlyMap<string, PersonCard>,
  accountId: string,
  institutionIdAtSubmission: string | null = null,
): Acquainted {
  const person = people.get(accountId);
  return {
    accountId,
    name: person?.name ?? '',
    email: person?.email ?? '',
    institutionIds: [institutionIdAtSubmission, person?.institution?.id].flatMap((id) => id ?? []),
  };
}
