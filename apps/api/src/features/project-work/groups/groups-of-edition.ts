import type { GroupsView } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { EnrolmentDirectory } from '../../places';
import { deadlinesOf, runningAttempt } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { mayRunProjectWork } from '../project-work.policy';
import { Work } from '../work/work.entity';

/** The groups of an edition with their members, and the participants without one. */
@Injectable()
export class GroupsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, editionId: string): Promise<GroupsView> {
    const { read } = this.database;
    const edition = await this.participation.edition(editionId);
    const rows = await read.find(ProjectGroup, { where: { editionId }, order: { name: 'ASC', id: 'ASC' } });
    const groups = await this.roll.withMembers(rows);
    const handedIn = new Set((await read.findBy(Work, { editionId })).map(({ groupId }) => groupId));
    const grouped = new Set(
      [...groups.values()].flatMap(({ members }) => members.map(({ enrolmentId }) => enrolmentId)),
    );
    const enrolled = (await this.enrolments.allOf(editionId)).map(({ id }) => id);
    const without = await this.roll.members(enrolled.filter((id) => !grouped.has(id)));
    const deadline = (await deadlinesOf(read, edition))(await runningAttempt(read, editionId));
    const runs = mayRunProjectWork(actor, { editionId }) && agree(changeIn(edition.state));
    return {
      groups: [...groups.values()].map((group) => ({ ...group, handedIn: handedIn.has(group.id) })),
      withoutGroup: [...without.values()].sort((one, other) => one.name.localeCompare(other.name)),
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      can: { set: runs, extendDeadline: runs },
    };
  }
}
