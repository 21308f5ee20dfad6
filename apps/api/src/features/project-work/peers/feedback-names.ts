import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PeopleDirectory } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { codeOf } from '../anonymity/masks';
import { GroupRoll } from '../work/group-roll';
import { ProjectGroup } from '../work/project-group.entity';
import type { PeerFeedback } from './peer-feedback.entity';

type About = Pick<PeerFeedback, 'workId' | 'memberId'> & { readonly groupId: unknown };

/** The name of what a feedback is about: of a member, or of the group of a work; a group without a name has its members'. */
@Injectable()
export class FeedbackNames {
  constructor(
    private readonly database: Database,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly roll: GroupRoll,
  ) {}

  /** Two statements, whatever their number. The codes of works where their groups may not be known. */
  async of(
    rows: readonly About[],
    { peerFeedback: { anonymous } }: { peerFeedback: { anonymous?: boolean | undefined } },
  ): Promise<(row: About) => string> {
    const groupIds = anonymous ? [] : rows.flatMap(({ groupId }) => (groupId === null ? [] : [String(groupId)]));
    const [enrolments, groups, members] = await Promise.all([
      this.enrolments.byIds(rows.flatMap(({ memberId }) => memberId ?? [])),
      groupIds.length ? this.database.rows(rowsOf(ProjectGroup, 'WHERE it.id IN (:...groupIds)', { groupIds })) : [],
      groupIds.length ? this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds }) : new Map<string, never[]>(),
    ]);
    const people = await this.people.byIds([...enrolments.values()].map(({ accountId }) => accountId));
    const groupName = (id: string) =>
      groups.find((group) => group.id === id)?.name ?? (members.get(id) ?? []).map(({ name }) => name).join(', ');
    return ({ workId, memberId, groupId }) => {
      if (memberId) return people.get(enrolments.get(memberId)?.accountId ?? '')?.name ?? '';
      return anonymous ? codeOf(workId ?? '') : groupName(String(groupId));
    };
  }
}
