import type { InputOf, readPeople } from '@libretto/contracts';
import { fullNameOf, organisationRoles, plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageInOrder } from '../../../platform/database/in-order';
import { withWords } from '../../../platform/database/literally';
import { Account } from '../account/account.entity';
import { InstitutionDirectory, type InstitutionCard } from '../institutions/institution-directory';

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

/** Looks people up. Each question costs two statements, independent of the number of people. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionDirectory,
  ) {}

  /** The people with these ids, by id. */
  async byIds(ids: Iterable<string>): Promise<Map<string, PersonCard>> {
    const wanted = [...new Set(ids)];
    const accounts = wanted.length ? await this.database.read.findBy(Account, { id: In(wanted) }) : [];
    return new Map((await this.cards(accounts)).map((card) => [card.id, card]));
  }

  /**
   * A page of people in the order of their names: those with every word of `q` in their name or address, in any
   * spelling and any order; optionally with a role, or a role in an edition. Deleted accounts are left out.
   */
  async page({ q, editionId, role, sort, after }: Query) {
    const query = this.database.read.createQueryBuilder(Account, 'account').where('account.deletedAt IS NULL');
    withWords(query, 'account.foundBy', plain(q ?? ''));
    if (role || editionId) query.andWhere(holding(role, editionId), { role, editionId });
    const order = { columns: ['foundBy', 'id'] as const, isDown: sort === '-name' };
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
    return accounts.map(({ id, givenName, familyName, email, birthDate, language, timeZone, institutionId }) => ({
      id,
      givenName,
      familyName,
      name: fullNameOf({ givenName, familyName }),
      email,
      birthDate,
      language,
      timeZone,
      institution: institutions.get(institutionId ?? '') ?? null,
    }));
  }
}
