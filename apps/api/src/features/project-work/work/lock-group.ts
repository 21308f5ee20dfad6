import type { Tx } from '../../../platform/database/transaction';
import { GroupMember, ProjectGroup } from './project-group.entity';
import { Work } from './work.entity';

/** A group with its works, and the enrolments in it. */
interface GroupAtWork {
  readonly groupId: string;
  readonly enrolmentIds: readonly string[];
  readonly works: readonly Work[];
}

/**
 * The group that an enrolment is in for a brief, with its members and works, all of it locked, so that two of its members hand in one
 * after the other. One statement; `null` if the enrolment is in no group.
 */
export async function lockGroupOf(tx: Tx, enrolmentId: string, briefId: string): Promise<GroupAtWork | null> {
  const membership = tx.manager
    .createQueryBuilder(GroupMember, 'own')
    .innerJoin(ProjectGroup, 'project', 'project.id = own.groupId')
    .leftJoinAndMapMany('own.members', GroupMember, 'member', 'member.groupId = project.id')
    .leftJoinAndMapMany('own.works', Work, 'work', 'work.groupId = project.id')
    .where({ enrolmentId, briefId });
  const own: (GroupMember & { members?: GroupMember[]; works?: Work[] }) | null = await tx.locking(membership).getOne();
  if (!own) return null;
  const { groupId, members = [], works = [] } = own;
  return { groupId, enrolmentIds: members.map((member) => member.enrolmentId), works };
}
