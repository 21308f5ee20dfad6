import type { Acquainted, AcquaintedApplicant } from '@libretto/domain';
import type { PersonCard } from '../../accounts';
import type { Application } from './application.entity';
import { mailDomainOf } from './mail-domain';

export type Applicant = Pick<Application, 'id' | 'accountId' | 'institutionId' | 'referees'>;
/** The columns of an applicant, for queries that do not read the form. */
export const applicantColumns = { id: true, accountId: true, institutionId: true, referees: true } as const;

type People = ReadonlyMap<string, PersonCard>;

/** The facts about a person that conflicts depend on. */
export function acquainted(people: People, accountId: string): Acquainted {
  const person = people.get(accountId);
  const email = person?.email ?? '';
  return {
    accountId,
    name: person?.name ?? '',
    email,
    mailDomain: mailDomainOf(email),
    institutionId: person?.institution?.id ?? null,
  };
}

/** The same for an applicant: until submission their institution is the account's. */
export function acquaintedApplicant(
  people: People,
  { accountId, institutionId, referees }: Applicant,
): AcquaintedApplicant {
  const person = acquainted(people, accountId);
  return {
    ...person,
    institutionId: institutionId ?? person.institutionId,
    joinedInstitutionId: person.institutionId,
    referees: referees ?? [],
  };
}
