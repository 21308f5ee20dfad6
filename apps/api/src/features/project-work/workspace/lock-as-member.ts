import { type Actor, refuse } from '@libretto/domain';
import type { Tx } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';

/** Locks a group for one of its members; refuses everybody else. Answers the enrolments in it. Two statements. */
export async function lockAsMember(tx: Tx, { accountId }: Actor, groupId: string): Promise<string[]> {
  await tx.lock(ProjectGroup, groupId);
  const members = await tx.manager
    .createQueryBuilder(GroupMember, 'member')
    .innerJoin('enrolment', 'enrolment', 'enrolment.id = member.enrolmentId')
    .where('member.groupId = :groupId', { groupId })
    .select('member.enrolmentId', 'enrolmentId')
    .addSelect('enrolment.accountId', 'accountId')
    .getRawMany<{ enrolmentId: string; accountId: string }>();
  if (!members.some((member) => member.accountId === accountId)) throw new Refused(refuse('workspace.not-a-member'));
  return members.map(({ enrolmentId }) => enrolmentId);
}
