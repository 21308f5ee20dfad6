import type { GroupsView, InputOf, readGroups } from '@libretto/contracts';
import { type Actor, agree, changeIn, usualGroupSize } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { flagIn, rowsOf } from '../../../platform/database/read-together';
import { allow } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { briefAsked, choicesOf } from '../work/briefs';
import { choiceUntil, deadlineRows, runningDeadline } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { mayRunProjectWork } from '../project-work.policy';

/** The groups of an edition with their members, and the participants without one. */
@Injectable()
export class GroupsOfEdition {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, { params: { editionId }, query }: InputOf<typeof readGroups>): Promise<GroupsView> {
    const edition = await this.participation.edition(editionId);
    const brief = briefAsked(edition, query);
    // Which group has handed in says whose a work is where there are few.
    allow(!brief.anonymous || mayRunProjectWork(actor, { editionId }));
    const [rows, members, enrolments, deadlines] = await Promise.all([
      this.database.rows(groupRows(editionId, brief.id)),
      this.roll.membersOf('enrolment.editionId = :editionId AND it.briefId = :briefId', {
        editionId,
        briefId: brief.id,
      }),
      this.enrolments.allOf(editionId),
      this.database.rows(deadlineRows(editionId)),
    ]);
    const grouped = new Set([...members.values()].flat().map(({ enrolmentId }) => enrolmentId));
    const without = await this.roll.members(enrolments.filter(({ id }) => !grouped.has(id)));
    const people = new Map(
      [...[...members.values()].flat(), ...without].map(({ enrolmentId, name }) => [enrolmentId, name]),
    );
    const namesOfGroup = (groupId: string) =>
      rows.find(({ id }) => id === groupId)?.name ?? (members.get(groupId) ?? []).map(({ name }) => name).join(', ');
    const deadline = runningDeadline(deadlines, edition, brief);
    const runs = mayRunProjectWork(actor, { editionId }) && agree(changeIn(edition.state));
    return {
      brief: brief.id,
      briefs: choicesOf(edition),
      groups: rows.map(({ id, name, handedIn }) => ({
        id,
        name,
        members: members.get(id) ?? [],
        handedIn: flagIn(handedIn),
      })),
      withoutGroup: without.sort((one, other) => one.name.localeCompare(other.name)),
      by: brief.by,
      size: brief.size ?? usualGroupSize,
      chosenUntil: choiceUntil(edition, brief)?.toISOString() ?? null,
      deadline: { until: deadline.until.toISOString(), zone: edition.timeZone, reason: deadline.reason },
      extensions: deadlines
        .filter((one) => one.briefId === brief.id && (one.groupId ?? one.enrolmentId))
        .map(({ id, attempt, until, reason, groupId, enrolmentId }) => ({
          id,
          attempt,
          group: groupId && namesOfGroup(groupId),
          person: enrolmentId && (people.get(enrolmentId) ?? ''),
          until: until.toISOString(),
          reason,
        }))
        .reverse(),
      can: { set: runs, extendDeadline: runs },
    };
  }
}

/** The groups by name, and whether they have handed in. */
const groupRows = (editionId: string, briefId: string) =>
  rowsOf(
    ProjectGroup,
    'WHERE it.editionId = :editionId AND it.briefId = :briefId',
    { editionId, briefId },
    {
      columns: ['id', 'name'],
      beside: { handedIn: 'EXISTS (SELECT 1 FROM work WHERE work.groupId = it.id)' },
      by: ['name', 'id'],
    },
  );
