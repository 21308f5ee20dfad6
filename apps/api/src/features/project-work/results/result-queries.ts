import type { WorkFact } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { GroupMember } from '../work/project-group.entity';
import { Work } from '../work/work.entity';

/** The results of people's project work, as far as they may know: nothing of a result before its release. */
@Injectable()
export class ResultQueries {
  constructor(private readonly database: Database) {}

  /** The newest work of each of these enrolments that has one. Two statements, independent of their number. */
  async of(enrolmentIds: readonly string[]): Promise<Map<string, WorkFact>> {
    const members = enrolmentIds.length
      ? await this.database.read.findBy(GroupMember, { enrolmentId: In([...enrolmentIds]) })
      : [];
    const groupIds = [...new Set(members.map(({ groupId }) => groupId))];
    const works = groupIds.length
      ? await this.database.read.find(Work, { where: { groupId: In(groupIds) }, order: { attempt: 'ASC' } })
      : [];
    const latest = new Map(works.map((work) => [work.groupId, work]));
    return new Map(
      members.flatMap(({ enrolmentId, groupId }) => {
        const work = latest.get(groupId);
        if (!work) return [];
        const result = work.state === 'released' ? work.outcome : null;
        return [[enrolmentId, { workId: work.id, attempt: work.attempt, result }] as const];
      }),
    );
  }
}
