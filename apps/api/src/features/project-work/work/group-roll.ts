import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { PeopleDirectory } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { GroupMember, ProjectGroup } from './project-group.entity';

/** A member as others see them. */
export interface Member {
  enrolmentId: string;
  accountId: string;
  name: string;
  institution: string | null;
}

export interface GroupWithMembers {
  id: string;
  name: string | null;
  members: Member[];
}

/** The members of groups. */
@Injectable()
export class GroupRoll {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** The group that an enrolment is in. */
  async groupOf(enrolmentId: string): Promise<ProjectGroup | null> {
    const member = await this.database.read.findOneBy(GroupMember, { enrolmentId });
    return member && this.database.read.findOneBy(ProjectGroup, { id: member.groupId });
  }

  /** Whether a person is in this group. */
  async isMember(groupId: string, editionId: string, accountId: string): Promise<boolean> {
    const enrolment = await this.enrolments.of(editionId, accountId);
    return enrolment !== null && this.database.read.existsBy(GroupMember, { groupId, enrolmentId: enrolment.id });
  }

  /** The enrolments of these groups. */
  async enrolmentsIn(groupIds: readonly string[]): Promise<string[]> {
    const members = await this.database.read.findBy(GroupMember, { groupId: In([...groupIds]) });
    return members.map(({ enrolmentId }) => enrolmentId);
  }

  /** These groups by id, with their members by name. */
  async withMembers(groups: readonly ProjectGroup[]): Promise<Map<string, GroupWithMembers>> {
    const rows = groups.length
      ? await this.database.read.findBy(GroupMember, { groupId: In(groups.map(({ id }) => id)) })
      : [];
    const known = await this.members(rows.map(({ enrolmentId }) => enrolmentId));
    return new Map(
      groups.map(({ id, name }) => {
        const members = rows
          .filter(({ groupId }) => groupId === id)
          .flatMap(({ enrolmentId }) => known.get(enrolmentId) ?? []);
        return [id, { id, name, members: members.sort((one, other) => one.name.localeCompare(other.name)) }];
      }),
    );
  }

  /** The people behind these enrolments. */
  async members(enrolmentIds: readonly string[]): Promise<Map<string, Member>> {
    const enrolments = await this.enrolments.byIds(enrolmentIds);
    const people = await this.people.byIds([...enrolments.values()].map(({ accountId }) => accountId));
    return new Map(
      [...enrolments.values()].flatMap(({ id, accountId }) => {
        const person = people.get(accountId);
        if (!person) return [];
        const { name, institution } = person;
        return [[id, { enrolmentId: id, accountId, name, institution: institution?.name ?? null }] as const];
      }),
    );
  }
}
