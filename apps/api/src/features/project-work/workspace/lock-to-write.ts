import { type Actor, mayWriteTogether, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { briefOf } from '../work/briefs';
import { Participation } from '../work/participation';
import { GroupMember, ProjectGroup } from '../work/project-group.entity';
import { Work } from '../work/work.entity';
import type { WorkspacePlace } from './workspace-door';

/** Locks a group for one of its members as long as they may write in its workspace: no marking begins beside it. */
@Injectable()
export class LockToWrite {
  constructor(private readonly participation: Participation) {}

  /**
   * Answers the enrolments in the group. Refusals: workspace.not-a-member, project-work.being-marked,
   * project-work.already-passed, project-work.no-attempt-left.
   */
  async for(tx: Tx, { accountId }: Actor, { editionId, groupId }: WorkspacePlace): Promise<string[]> {
    const edition = await this.participation.edition(editionId);
    const group = await tx.lock(ProjectGroup, groupId);
    const members = await tx.manager
      .createQueryBuilder(GroupMember, 'member')
      .innerJoin('enrolment', 'enrolment', 'enrolment.id = member.enrolmentId')
      .where('member.groupId = :groupId', { groupId })
      .select('member.enrolmentId', 'enrolmentId')
      .addSelect('enrolment.accountId', 'accountId')
      .getRawMany<{ enrolmentId: string; accountId: string }>();
    if (!members.some((member) => member.accountId === accountId)) throw new Refused(refuse('workspace.not-a-member'));
    const works = await tx.lockAll(Work, { groupId });
    const latest = works.toSorted((one, other) => other.attempt - one.attempt)[0] ?? null;
    orRefuse(mayWriteTogether(latest, briefOf(edition, group).attempts));
    return members.map(({ enrolmentId }) => enrolmentId);
  }
}
