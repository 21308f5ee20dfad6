import { emailAddress, type PeopleList } from '@libretto/contracts';
import {
  editionRoles, type InvitedRole, isOrganisationRole, type ListedFault, type ListVerdict, mayBeAssigned, roleCalled, singleRoles,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';
import { type Asked, InvitationBook, PeopleDirectory, RoleBook, type RolesHeld } from '../accounts';

/** What one row of a list comes to, and for whom. */
export interface CheckedRow {
  readonly verdict: ListVerdict;
  readonly fault: ListedFault | null;
  readonly role: InvitedRole | null;
  /** Absent where the row has a fault. */
  readonly asked?: Asked;
  /** Who has the address already. */
  readonly accountId?: string | undefined;
}

const longestName = 100;

/** Looks at a list of people before anything is done. A fixed number of statements for a list. */
@Injectable()
export class ListChecker {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly roles: RoleBook,
    private readonly invitations: InvitationBook,
  ) {}

  async check(list: PeopleList): Promise<CheckedRow[]> {
    const rows = readRows(list);
    const asked = rows.flatMap((row) => row.asked ?? []);
    const accounts = await this.people.byAddresses(asked.map(({ email }) => email));
    const invited = await this.invitations.standing(asked);
    const rolesOf = await this.roles.of([...accounts.values()]);
    return rows.map((row) => {
      if (!row.asked) return row;
      const accountId = accounts.get(row.asked.email);
      if (!accountId) return { ...row, verdict: invited.has(row.asked) ? 'is-invited' : 'invite' };
      return { ...row, accountId, ...verdictOn(row.asked, rolesOf(accountId)) };
    });
  }
}

function verdictOn({ role, editionId }: Asked, { organisation, editions }: RolesHeld): Pick<CheckedRow, 'verdict' | 'fault'> {
  if (isOrganisationRole(role)) return { verdict: organisation.includes(role) ? 'has-role' : 'give', fault: null };
  const held = editions.filter((one) => one.editionId === editionId).map((one) => one.role);
  if (held.includes(role)) return { verdict: 'has-role', fault: null };
  const answer = mayBeAssigned(role, editionRoles.filter((one) => held.includes(one)));
  if (answer === true) return { verdict: 'give', fault: null };
  return { verdict: 'fault', fault: answer.refused === 'editions.takes-part' ? 'takes-part' : 'own-deputy' };
}

function readRows({ editionId, role: roleOfAll, people }: PeopleList): CheckedRow[] {
  const seen = new Set<string>();
  return people.map((person) => {
    const role = person.role.trim() ? roleCalled(person.role) : roleOfAll;
    const faulty = (fault: ListedFault): CheckedRow => ({ verdict: 'fault', fault, role });
    if (!person.email.trim()) return faulty('no-address');
    const email = z.safeParse(emailAddress, person.email.trim());
    if (!email.success) return faulty('not-an-address');
    if ([person.givenName, person.familyName].some((name) => name.trim().length > longestName)) return faulty('name-too-long');
    if (!role) return faulty(person.role.trim() ? 'no-such-role' : 'no-role');
    const isEverywhere = isOrganisationRole(role);
    if (!isEverywhere && !editionId) return faulty('no-edition');
    if (seen.has(`${email.data} ${role}`)) return faulty('twice');
    if (!isEverywhere && singleRoles.includes(role) && seen.has(role)) return faulty('one-only');
    seen.add(`${email.data} ${role}`).add(role);
    return { verdict: 'invite', fault: null, role, asked: { email: email.data, role, editionId: isEverywhere ? null : editionId } };
  });
}
