import type { InputOf, listInstitutions, ReplyOf } from '@libretto/contracts';
import { plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { Account } from '../account/account.entity';
import { Institution } from './institution.entity';
import { closestFirst, countMatching } from './closest-first';

/** The list of institutions for coordinators. A fixed number of statements. */
@Injectable()
export class InstitutionRegister {
  constructor(private readonly database: Database) {}

  async read({
    q,
    country,
    state,
    sort,
    after,
  }: InputOf<typeof listInstitutions>['query']): Promise<ReplyOf<typeof listInstitutions>> {
    const { read } = this.database;
    const search = { words: plain(q ?? ''), country, state };
    const { items, next } = await closestFirst(read, { ...search, sort, after });
    const people = await this.peopleAt(items.map(({ id }) => id));
    const proposers = items.flatMap(({ proposedById, state: is }) =>
      is === 'proposed' && proposedById ? proposedById : [],
    );
    const names = new Map(
      (await read.findBy(Account, { id: In(proposers) })).map((one) => [
        one.id,
        `${one.givenName} ${one.familyName}`.trim(),
      ]),
    );
    return {
      items: items.map((row) => ({
        ...row,
        proposedBy: row.state === 'proposed' ? (names.get(row.proposedById ?? '') ?? null) : null,
        proposedAt: row.proposedAt?.toISOString() ?? null,
        people: people.get(row.id) ?? 0,
      })),
      next,
      total: await countMatching(read, search),
      proposed: await read.countBy(Institution, { state: 'proposed' }),
      countries: await this.countries(),
    };
  }

  private countries(): Promise<{ country: string }[]> {
    const used = this.database.read
      .createQueryBuilder(Institution, 'i')
      .select('DISTINCT i.country', 'country')
      .where({ state: Not('merged') });
    return used.getRawMany();
  }

  private async peopleAt(ids: string[]): Promise<Map<string, number>> {
    const counted = await this.database.read
      .createQueryBuilder(Account, 'a')
      .select('a.institutionId', 'id')
      .addSelect('COUNT(*)', 'people')
      .where({ institutionId: In(ids) })
      .groupBy('a.institutionId')
      .getRawMany<{ id: string; people: string | number }>();
    return new Map(counted.map(({ id, people }) => [id, Number(people)]));
  }
}
