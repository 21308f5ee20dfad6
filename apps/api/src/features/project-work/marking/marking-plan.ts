import type { InputOf, MarkingPlanView, readMarkingPlan } from '@libretto/contracts';
import { type Actor, agree, changeIn, scaleOf, universitiesIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { cellsOf, rowsOf } from '../../../platform/database/read-together';
import { PeopleDirectory, RoleRegister } from '../../accounts';
import { codeOf, dayOnly, isHiddenFrom } from '../anonymity/masks';
import { briefOf, briefsOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { mayRunProjectWork } from '../project-work.policy';
import { Work } from '../work/work.entity';
import { MarkingProfessor } from './marking-professor.entity';
import { inConflict } from './plan-marking';

const pageSize = 50;
const byAge: Order<Work> = { columns: ['handedInAt', 'id'] };

/** Who is asked to mark which work, and how much each marker has to do. */
@Injectable()
export class MarkingPlan {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly roll: GroupRoll,
    private readonly participation: Participation,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after }: InputOf<typeof readMarkingPlan>['query'],
  ): Promise<MarkingPlanView> {
    const unmarked = [
      'JOIN project_group grp ON grp.id = it.groupId WHERE it.editionId = :editionId AND it.waits = 1',
      { editionId },
    ] as const;
    const asked = { order: byAge, after, size: pageSize, beside: { groupName: 'grp.name' } };
    const [edition, tutors, professors, loads, [lacking], rows] = await Promise.all([
      this.participation.edition(editionId),
      this.roles.holders(editionId, ['tutor']),
      this.database.rows(rowsOf(MarkingProfessor, 'WHERE it.editionId = :editionId', { editionId })),
      this.database.rows(loadsOf(editionId)),
      this.database.rows(lackingIn(editionId)),
      this.database.rows(rowsInOrder(this.database.read, Work, [...unmarked], asked)),
    ]);
    const { rows: works, next } = pageOf(rows, byAge, pageSize);
    const [groupIds, workIds] = [works.map(({ groupId }) => groupId), works.map(({ id }) => id)];
    const [members, planned] = await Promise.all([
      this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds }),
      this.database.rows(plannedFor(workIds)),
    ]);
    const people = await this.people.byIds([
      ...tutors.map(({ accountId }) => accountId),
      ...planned.map(({ markerId }) => String(markerId)),
      ...[...members.values()].flat().map(({ accountId }) => accountId),
    ]);
    const { definition, state } = edition;
    return {
      items: works.map((work) => {
        const group = members.get(work.groupId) ?? [];
        const markers = planned.flatMap(({ workId, markerId }) =>
          workId === work.id ? (people.get(String(markerId)) ?? []) : [],
        );
        const conflicts = inConflict(
          markers,
          group.flatMap(({ accountId }) => people.get(accountId) ?? []),
        );
        return {
          workId: work.id,
          ...(isHiddenFrom(actor, edition, work)
            ? { group: codeOf(work.id), members: [], handedInAt: dayOnly(work.handedInAt).toISOString() }
            : {
                group: work.groupName === null ? null : String(work.groupName),
                members: group.map(({ enrolmentId, name, institution }) => ({ enrolmentId, name, institution })),
                handedInAt: work.handedInAt.toISOString(),
              }),
          state: work.state,
          markersNeeded: briefOf(edition, work).markers,
          markings: work.markings,
          markers: markers.map(({ id, name }) => ({ accountId: id, name, inConflict: conflicts.has(id) })),
        };
      }),
      next,
      markers: tutors.flatMap(({ accountId }) => {
        const person = people.get(accountId);
        const load = loads.find(({ markerId }) => markerId === accountId);
        return person
          ? [
              {
                accountId,
                name: person.name,
                institution: person.institution?.name ?? null,
                language: person.language,
                university: professors.find((one) => one.accountId === accountId)?.university ?? null,
                planned: Number(load?.planned ?? 0),
                marked: Number(load?.marked ?? 0),
              },
            ]
          : [];
      }),
      universities: universitiesIn([...definition.awardingBodies, ...definition.partners]),
      hasGrades: briefsOf(edition).some((brief) => scaleOf(brief) !== null),
      lacking: Number(lacking?.works ?? 0),
      can: { plan: agree(changeIn(state)) && mayRunProjectWork(actor, { editionId }) },
    };
  }
}

const plannedFor = (workIds: readonly string[]) =>
  cellsOf(
    { workId: 'plan.workId', markerId: 'plan.markerId' },
    'FROM marking_planned plan WHERE plan.workId IN (:...workIds)',
    { workIds },
  );

/** The planned and made markings of each marker of an edition. */
const loadsOf = (editionId: string) =>
  cellsOf(
    {
      markerId: 'held.accountId',
      planned: `(SELECT COUNT(*) FROM marking_planned plan JOIN work ON work.id = plan.workId
        WHERE plan.markerId = held.accountId AND work.editionId = held.editionId)`,
      marked: `(SELECT COUNT(*) FROM marking JOIN work ON work.id = marking.workId
        WHERE marking.markerId = held.accountId AND work.editionId = held.editionId)`,
    },
    "FROM edition_role held WHERE held.editionId = :editionId AND held.role = 'tutor'",
    { editionId },
  );

/** Works that nobody in particular is asked to mark. */
const lackingIn = (editionId: string) =>
  cellsOf({ works: 'COUNT(*)' }, "FROM work WHERE editionId = :editionId AND state = 'handed-in' AND planned = 0", {
    editionId,
  });
