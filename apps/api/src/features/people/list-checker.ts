import { emailAddress, lineOrNone, type PeopleList } from '@libretto/contracts';
import {
  type EditionRole,
  editionRoles,
  type InvitedRole,
  isOrganisationRole,
  type ListedFault,
  listedFaults,
  type ListVerdict,
  mayBeAssigned,
  type Refusal,
  roleCalled,
  singleRoles,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import * as z from 'zod/mini';
import { Refused } from '../../platform/refusals/refused';
import { type Asked, InvitationRegister, PeopleDirectory, RoleRegister, type RolesHeld } from '../accounts';

/** The verdict on one row of a list, and its person. */
export interface CheckedRow {
  readonly verdict: ListVerdict;
  readonly fault: ListedFault | null;
  readonly role: InvitedRole | null;
  /** Absent if the row has a fault, and so are the names. */
  readonly asked?: Asked;
  readonly names?: { readonly givenName: string; readonly familyName: string };
  /** The account with this address, if there is one. */
  readonly accountId?: string | undefined;
}

const name = lineOrNone(100);

/** Checks a list of people before anything is done. A fixed number of statements for a list. */
@Injectable()
export class ListChecker {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly invitations: InvitationRegister,
  ) {}

  async check(list: PeopleList): Promise<CheckedRow[]> {
    const rows = readRows(list);
    const asked = rows.flatMap((row) => row.asked ?? []);
    const accounts = await this.people.byAddresses(asked.map(({ email }) => email));
    const invited = await this.invitations.standing(asked);
    const rolesOf = await this.roles.of([...accounts.values()]);
    const seated = list.editionId ? await this.roles.holders(list.editionId, singleRoles) : [];
    return rows.map((row) => {
      if (!row.asked) return row;
      const { role } = row.asked;
      const accountId = accounts.get(row.asked.email);
      // A list replaces nobody: a new chair is named among the people of the edition.
      if (seated.some((holder) => holder.role === role && holder.accountId !== accountId))
        return { verdict: 'fault', fault: 'one-only', role };
      if (!accountId) return { ...row, verdict: invited.has(row.asked) ? 'is-invited' : 'invite' };
      return { ...row, accountId, ...verdictOn(row.asked, rolesOf(accountId)) };
    });
  }
}

function verdictOn(
  { role, editionId }: Asked,
  { organisation, editions }: RolesHeld,
): Pick<CheckedRow, 'verdict' | 'fault'> {
  if (isOrganisationRole(role)) return { verdict: organisation.includes(role) ? 'has-role' : 'give', fault: null };
  const held = editions.filter((one) => one.editionId === editionId).map((one) => one.role);
  if (held.includes(role)) return { verdict: 'has-role', fault: null };
  const answer = mayBeAssigned(
    role,
    editionRoles.filter((one) => held.includes(one)),
  );
  if (answer === true) return { verdict: 'give', fault: null };
  return { verdict: 'fault', fault: faultOf(answer) };
}

/** The part of a row's check that the sender of a list gets: without the account. */
export const toldOf = ({ verdict, fault, role }: CheckedRow) => ({ verdict, fault, role });

/** The fault of a row whose person the edition does not take. */
export function faultOf(answer: Refusal): ListedFault {
  const fault = listedFaults.find((one) => answer.refused === `editions.${one}`);
  if (!fault) throw new Refused(answer);
  return fault;
}

function readRows({ editionId, role: roleOfAll, people }: PeopleList): CheckedRow[] {
  const seen = new Set<string>();
  const rolesOf = new Map<string, EditionRole[]>();
  return people.map((person) => {
    const role = person.role.trim() ? roleCalled(person.role) : roleOfAll;
    const faulty = (fault: ListedFault): CheckedRow => ({ verdict: 'fault', fault, role });
    if (!person.email.trim()) return faulty('no-address');
    const email = z.safeParse(emailAddress, person.email.trim());
    if (!email.success) return faulty('not-an-address');
    const [givenName, familyName] = [z.safeParse(name, person.givenName), z.safeParse(name, person.familyName)];
    if (!givenName.success || !familyName.success) {
      const issues = [givenName, familyName].flatMap(({ error }) => error?.issues ?? []);
      return faulty(issues.some(({ code }) => code === 'too_big') ? 'name-too-long' : 'hidden-characters');
    }
    if (!role) return faulty(person.role.trim() ? 'no-such-role' : 'no-role');
    const isEverywhere = isOrganisationRole(role);
    if (!isEverywhere && !editionId) return faulty('no-edition');
    if (seen.has(`${email.data} ${role}`)) return faulty('twice');
    if (!isEverywhere && singleRoles.includes(role) && seen.has(role)) return faulty('one-only');
    if (!isEverywhere) {
      const others = rolesOf.get(email.data) ?? [];
      const answer = mayBeAssigned(role, others);
      if (answer !== true) return faulty(faultOf(answer));
      rolesOf.set(email.data, [...others, role]);
    }
    seen.add(`${email.data} ${role}`).add(role);
    const names = { givenName: givenName.data, familyName: familyName.data };
    return {
      verdict: 'invite',
      fault: null,
      role,
      names,
      asked: { email: email.data, role, editionId: isEverywhere ? null : editionId },
    };
  });
}
