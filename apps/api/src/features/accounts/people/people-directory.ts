import type { InputOf, readPeople } from '@libretto/contracts';
import { fullNameOf, organisationRoles, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageInOrder } from '../../../platform/database/in-order';
import { withWords } from '../../../platform/database/literally';
import { made, type Rows, rowsOf, type Values } from '../../../platform/database/read-together';
import { Account } from '../account/account.entity';
import {
  InstitutionDirectory,
  type InstitutionCard,
  institutionCells,
  institutionIn,
} from '../institutions/institution-directory';

/** The facts about a person for other features. */
export interface PersonCard {
  id: string;
  givenName: string;
  familyName: string;
  /** Given and family name, as lists and letters have it. */
  name: string;
  email: string;
  birthDate: string | null;
  language: string;
  timeZone: string;
  institution: InstitutionCard | null;
}

type Query = InputOf<typeof readPeople>['query'];

const pageSize = 50;

/** A role of the organisation belongs to no edition. */
function holding(role: Query['role'], editionId: Query['editionId']): string {
  const isOfOrganisation = organisationRoles.some((one) => one === role);
  const such = [
    'held.accountId = account.id',
    ...(role ? ['held.role = :role'] : []),
    ...(editionId && !isOfOrganisation ? ['held.editionId = :editionId'] : []),
  ];
  return `EXISTS (SELECT 1 FROM ${isOfOrganisation ? 'organisation_role' : 'edition_role'} held WHERE ${such.join(' AND ')})`;
}

const columns = ['id', 'givenName', 'familyName', 'email', 'birthDate', 'language', 'timeZone'] as const;

/** The people whose ids this SQL selects as `id`, for a statement that reads other rows beside them. */
export const peopleRows = (ids: string, values: Values): Rows<PersonCard> =>
  made(
    rowsOf(
      Account,
      `JOIN (${ids}) wanted ON wanted.id = it.id
       LEFT JOIN institution ON institution.id = it.institutionId
       LEFT JOIN institution became ON became.id = institution.mergedIntoId`,
      values,
      { columns, beside: institutionCells, by: ['id'] },
    ),
    (row) => cardOf(row, institutionIn(row)),
  );

const cardOf = (
  { id, givenName, familyName, email, birthDate, language, timeZone }: Pick<Account, (typeof columns)[number]>,
  institution: InstitutionCard | null,
): PersonCard => {
  const name = fullNameOf({ givenName, familyName });
  return { id, givenName, familyName, name, email, birthDate, language, timeZone, institution };
};

/** The people with these ids, for such a statement. */
export const peopleWith = (ids: Iterable<string>): Rows<PersonCard> =>
  peopleRows('SELECT id FROM account WHERE id IN (:...ids)', { ids: [...new Set(ids)] });

/** Looks people up. Each question costs two statements at most, independent of the number of people. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionDirectory,
  ) {}

  /** The people with these ids, by id. */
  async byIds(ids: Iterable<string>): Promise<Map<string, PersonCard>> {
    const wanted = [...new Set(ids)];
    if (!wanted.length) return new Map();
    return new Map((await this.database.rows(peopleWith(wanted))).map((card) => [card.id, card]));
  }

  /**
   * A page of people in the order of their names: those with every word of `q` in their name or address, in any
   * spelling and any order; optionally with a role, or a role in an edition. Deleted accounts are left out.
   */
  async page({ q, editionId, role, sort, after }: Query) {
    const query = this.database.read.createQueryBuilder(Account, 'account').where('account.deletedAt IS NULL');
    withWords(query, 'account.foundBy', plain(q ?? ''));
    if (role || editionId) query.andWhere(holding(role, editionId), { role, editionId });
    const order = { columns: ['listedAs', 'id'] as const, isDown: sort === '-name' };
    const { rows, next } = await pageInOrder(query, order, { after, size: pageSize });
    return { items: await this.cards(rows), next };
  }

  /** The ids of the accounts that name one of these institutions. */
  async idsAt(institutionIds: readonly string[]): Promise<string[]> {
    const where = { institutionId: In([...institutionIds]) };
    return (await this.database.read.find(Account, { select: { id: true }, where })).map(({ id }) => id);
  }

  /** The account ids of these addresses. */
  async byAddresses(addresses: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let from = 0; from < addresses.length; from += 500)
      for (const { id, email } of await this.database.read.find(Account, {
        select: { id: true, email: true },
        where: { email: In(addresses.slice(from, from + 500)) },
      }))
        found.set(email, id);
    return found;
  }

  private async cards(accounts: Account[]): Promise<PersonCard[]> {
    const institutions = await this.institutions.byIds(accounts.flatMap(({ institutionId }) => institutionId ?? []));
    return accounts.map((account) => cardOf(account, institutions.get(account.institutionId ?? '') ?? null));
  }
}
