import { randomInt } from 'node:crypto';
import type { AnswerTo, drawProjectGroups, InputOf } from '@libretto/contracts';
import { type CountrySpread, drawGroups, refuse, usualGroupSize } from '@libretto/domain';
import { wordCountry } from '@libretto/language';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { isUniqueViolation } from '../../../platform/database/errors';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { Languages } from '../../../platform/language/languages';
import { Refused } from '../../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../../editions';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { briefAsked } from '../work/briefs';
import { groupCalled, GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';

/** Draws groups for the participants who are in none. */
@Injectable()
export class DrawGroups {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly languages: Languages,
  ) {}

  /** Refusals: project-work.nobody-to-draw, project-work.in-another-group. */
  run({
    params: { editionId },
    query,
    body: { again, ...terms },
  }: InputOf<typeof drawProjectGroups>): Promise<AnswerTo<typeof drawProjectGroups>> {
    return this.transaction.run(async (tx) => {
      const edition = await this.editions.lock(tx, editionId);
      const brief = briefAsked(edition, query);
      const of = { editionId, briefId: brief.id };
      // Nobody hands in while their group is drawn anew.
      const existing = await tx.lockAll(ProjectGroup, of);
      const ids = existing.map(({ id }) => id);
      const [works, members, enrolments] = await Promise.all([
        this.database.rows(rowsOf(Work, 'WHERE it.groupId IN (:...ids)', { ids }, { columns: ['groupId'] })),
        this.database.rows(rowsOf(GroupMember, 'WHERE it.groupId IN (:...ids)', { ids })),
        this.enrolments.allOf(editionId),
      ]);
      const staying = new Set(works.map(({ groupId }) => groupId));
      const leaving = again ? members.filter(({ groupId }) => !staying.has(groupId)) : [];
      if (leaving.length) await tx.manager.delete(GroupMember, { id: In(leaving.map(({ id }) => id)) });

      const grouped = new Set(members.filter((one) => !leaving.includes(one)).map(({ enrolmentId }) => enrolmentId));
      const people = enrolments.filter(({ id }) => !grouped.has(id));
      const seed = randomInt(2 ** 32);
      const { groups, left } = drawGroups(people, { size: brief.size ?? usualGroupSize, ...terms, seed });
      if (!groups.length) throw new Refused(refuse('project-work.nobody-to-draw'));
      const taken = new Set(existing.map(({ name }) => name));
      const named = this.named(groups, terms.spread, edition, taken);
      await this.store(
        tx,
        named.map(({ name, people: drawn }) => ({ id: newId(), ...of, ...groupCalled(name), people: drawn })),
      );
      return { groups: groups.length, people: groups.flat().length, left: left.length };
    });
  }

  /** Groups are named by number, or by their country: in the first language of the programme, and each by another name. */
  private named(
    groups: readonly (readonly EnrolmentCard[])[],
    spread: CountrySpread,
    { definition }: EditionCard,
    taken: Set<string | null>,
  ) {
    const language = this.languages.nearest(definition.languages[0] ?? 'en');
    const say = this.languages.in(language);
    const nameOf = (people: readonly EnrolmentCard[]) => {
      const country = spread === 'one-country' && people[0] ? wordCountry(language, people[0].country) : null;
      for (let number = 1; ; number += 1) {
        const numbered = country ? `${country} ${number}` : say('project-work.groups.drawn', { number });
        const name = country && number === 1 ? country : numbered;
        if (!taken.has(name)) return name;
      }
    };
    return groups.map((people) => {
      const name = nameOf(people);
      taken.add(name);
      return { name, people };
    });
  }

  private async store(tx: Tx, groups: readonly (ProjectGroup & { readonly people: readonly EnrolmentCard[] })[]) {
    await tx.insert(
      ProjectGroup,
      groups.map(({ people: _, ...group }) => group),
    );
    const members = groups.flatMap(({ id: groupId, briefId, people }) =>
      people.map(({ id: enrolmentId }) => ({ id: newId(), groupId, enrolmentId, briefId })),
    );
    try {
      await tx.insert(GroupMember, members);
    } catch (error) {
      // Somebody was put into a group at this moment.
      if (isUniqueViolation(error)) throw new Refused(refuse('project-work.in-another-group', { people: 1 }));
      throw error;
    }
  }
}
