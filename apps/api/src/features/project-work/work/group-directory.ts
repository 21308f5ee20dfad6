import { type Actor, compare } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf, type Values } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { briefsOf } from './briefs';
import { GroupMember } from './project-group.entity';

/** A group with a name, and who is in it. */
export interface GroupCard {
  readonly id: string;
  readonly briefId: string;
  readonly name: string;
  readonly accountIds: readonly string[];
}

/** The groups of an edition, for other features. Who works alone is none. Each question is one statement. */
@Injectable()
export class GroupDirectory {
  constructor(private readonly database: Database) {}

  /**
   * The groups of which somebody may know who is in them, by name: all of them for a coordinator; for a tutor those whose
   * works are not marked without names; for others their own.
   */
  async knownTo(actor: Actor, edition: EditionCard): Promise<GroupCard[]> {
    const groups = await this.where('project_group.editionId = :editionId', { editionId: edition.id });
    if (mayRunProjectWork(actor, {})) return groups;
    const isTutor = mayMark(actor, { editionId: edition.id });
    return groups.filter((group) =>
      isTutor ? isKnownToTutors(group, edition) : group.accountIds.includes(actor.accountId),
    );
  }

  /** The accounts of the members of a group. */
  async membersOf(groupId: string): Promise<readonly string[]> {
    return (await this.byId(groupId))?.accountIds ?? [];
  }

  /** A group that has members. */
  async byId(groupId: string): Promise<GroupCard | undefined> {
    return (await this.where('project_group.id = :groupId', { groupId }))[0];
  }

  private async where(condition: string, values: Values): Promise<GroupCard[]> {
    const rows = await this.database.rows(memberRows(condition, values));
    return [...Map.groupBy(rows, ({ groupId }) => groupId)]
      .map(([id, members]) => ({
        id,
        briefId: members[0]?.briefId ?? '',
        name: String(members[0]?.name),
        accountIds: members.map(({ accountId }) => String(accountId)),
      }))
      .sort((one, other) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1));
  }
}

/** Whether those who mark may know who is in a group: not where they mark without names. */
export const isKnownToTutors = ({ briefId }: Pick<GroupCard, 'briefId'>, edition: EditionCard): boolean =>
  !briefsOf(edition).some(({ id, anonymous }) => id === briefId && anonymous);

const memberRows = (where: string, values: Values) =>
  rowsOf(
    GroupMember,
    `JOIN project_group ON project_group.id = it.groupId AND project_group.name IS NOT NULL
     JOIN enrolment ON enrolment.id = it.enrolmentId WHERE ${where}`,
    values,
    { beside: { accountId: 'enrolment.accountId', name: 'project_group.name' } },
  );
