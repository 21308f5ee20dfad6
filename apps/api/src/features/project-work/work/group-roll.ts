import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { made, rowsOf, type Rows, type Values } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { type EnrolmentCard, EnrolmentDirectory } from '../../places';
import { minutesOfKind } from '../../workload';
import { GroupMember, ProjectGroup } from './project-group.entity';

/** A member as others see them. */
export interface Member {
  enrolmentId: string;
  accountId: string;
  name: string;
  institution: string | null;
}

/** A member of a group, with the project minutes that they recorded. */
export interface MemberAtWork extends Member {
  minutes: number;
}

interface MemberRow {
  readonly groupId: string;
  readonly enrolmentId: string;
  readonly accountId: string;
  readonly minutes: number;
}

const joined = 'JOIN enrolment ON enrolment.id = it.enrolmentId WHERE';

const enrolmentsIn = (where: string, values: Values) =>
  rowsOf(GroupMember, `${joined} ${where}`, values, { columns: ['enrolmentId'] });

const membersIn = (where: string, values: Values): Rows<MemberRow> =>
  made(
    rowsOf(GroupMember, `${joined} ${where}`, values, {
      columns: ['groupId', 'enrolmentId'],
      beside: { accountId: 'enrolment.accountId', minutes: minutesOfKind('project', 'it.enrolmentId') },
    }),
    ({ groupId, enrolmentId, accountId, minutes }) => ({
      groupId,
      enrolmentId,
      accountId: String(accountId),
      minutes: Number(minutes),
    }),
  );

/** The members of groups. */
@Injectable()
export class GroupRoll {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  /** The groups that an enrolment is in, one for a brief. */
  groupsOf(enrolmentId: string): Promise<ProjectGroup[]> {
    return this.database.rows(
      rowsOf(
        ProjectGroup,
        'JOIN group_member member ON member.groupId = it.id WHERE member.enrolmentId = :enrolmentId',
        { enrolmentId },
      ),
    );
  }

  /** The groups that a person is in, by brief. */
  async groupsByBrief(editionId: string, accountId: string): Promise<ReadonlyMap<string, string>> {
    const where = `${joined} enrolment.editionId = :editionId AND enrolment.accountId = :accountId`;
    const own = rowsOf(GroupMember, where, { editionId, accountId }, { columns: ['briefId', 'groupId'] });
    return new Map((await this.database.rows(own)).map(({ briefId, groupId }) => [briefId, groupId]));
  }

  /** Whether a person is in this group. */
  async isMember(groupId: string, editionId: string, accountId: string): Promise<boolean> {
    const [enrolment, members] = await Promise.all([
      this.enrolments.of(editionId, accountId),
      this.enrolmentsIn([groupId]),
    ]);
    return enrolment !== null && members.includes(enrolment.id);
  }

  /** Whether a person is in the group that handed this in. */
  isMemberBy(submissionId: string, accountId: string): Promise<boolean> {
    const where = 'work.id = (SELECT workId FROM submission WHERE id = :submissionId)';
    return this.isMemberWhere(where, { submissionId }, accountId);
  }

  /** Whether a person is in the group of the work that meets a condition on `work`. */
  async isMemberWhere(condition: string, values: Values, accountId: string): Promise<boolean> {
    const where = `enrolment.accountId = :accountId AND it.groupId = (SELECT work.groupId FROM work WHERE ${condition})`;
    return (await this.database.rows(enrolmentsIn(where, { ...values, accountId }))).length > 0;
  }

  /** The enrolments of these groups. */
  async enrolmentsIn(groupIds: readonly string[]): Promise<string[]> {
    const members = await this.database.rows(enrolmentsIn('it.groupId IN (:...groupIds)', { groupIds }));
    return members.map(({ enrolmentId }) => enrolmentId);
  }

  /** The members of groups by name, by group: those whose row `it` meets a condition. */
  async membersOf(where: string, values: Values): Promise<Map<string, MemberAtWork[]>> {
    const rows = await this.database.rows(membersIn(where, values));
    const people = await this.people.byIds(rows.map(({ accountId }) => accountId));
    const members = rows.flatMap(({ groupId, enrolmentId, accountId, minutes }) => {
      const person = people.get(accountId);
      if (!person) return [];
      const institution = person.institution?.name ?? null;
      return [{ groupId, enrolmentId, accountId, name: person.name, institution, minutes }];
    });
    members.sort((one, other) => one.name.localeCompare(other.name));
    return Map.groupBy(members, ({ groupId }) => groupId);
  }

  /** The people behind these enrolments. */
  async members(enrolments: readonly EnrolmentCard[]): Promise<Member[]> {
    const people = await this.people.byIds(enrolments.map(({ accountId }) => accountId));
    return enrolments.flatMap(({ id: enrolmentId, accountId }) => {
      const person = people.get(accountId);
      return person
        ? [{ enrolmentId, accountId, name: person.name, institution: person.institution?.name ?? null }]
        : [];
    });
  }
}
