import { Injectable } from '@nestjs/common';
import { In, Like } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Account } from './account.entity';
import { InstitutionDirectory, type InstitutionCard } from './institution-directory';

/** What other features may know of a person. */
export interface PersonCard {
  id: string;
  givenName: string;
  familyName: string;
  /** Both, as everybody is called on lists and in letters. */
  name: string;
  email: string;
  birthDate: string | null;
  language: string;
  timeZone: string;
  institution: InstitutionCard | null;
}

/** Answers who people are. Each question costs two statements, whatever the number of people. */
@Injectable()
export class PeopleDirectory {
  constructor(
    private readonly database: Database,
    private readonly institutions: InstitutionDirectory,
  ) {}

  /** The people with these ids, by id; with the manager of a transaction as they are in it. */
  async byIds(ids: Iterable<string>, manager = this.database.read): Promise<Map<string, PersonCard>> {
    const wanted = [...new Set(ids)];
    const accounts = wanted.length ? await manager.findBy(Account, { id: In(wanted) }) : [];
    return new Map((await this.cards(accounts)).map((card) => [card.id, card]));
  }

  /** Up to 20 people whose given name, family name or address begins with `text`. */
  async beginningWith(text: string): Promise<PersonCard[]> {
    const beginning = Like(`${text.replace(/[%_\\]/g, '')}%`);
    const accounts = await this.database.read.find(Account, {
      where: [{ email: beginning }, { familyName: beginning }, { givenName: beginning }],
      order: { familyName: 'ASC', id: 'ASC' },
      take: 20,
    });
    return this.cards(accounts);
  }

  private async cards(accounts: Account[]): Promise<PersonCard[]> {
    const institutions = await this.institutions.byIds(accounts.flatMap(({ institutionId }) => institutionId ?? []));
    return accounts.map(({ id, givenName, familyName, email, birthDate, language, timeZone, institutionId }) => ({
      id,
      givenName,
      familyName,
      name: `${givenName} ${familyName}`,
      email,
      birthDate,
      language,
      timeZone,
      institution: institutions.get(institutionId ?? '') ?? null,
    }));
  }
}
