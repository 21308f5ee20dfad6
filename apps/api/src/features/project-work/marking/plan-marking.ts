import { languageOfMost, planMarking, type PlanRule, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { cellsOf } from '../../../platform/database/read-together';
import { Transaction, type Tx } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { PeopleDirectory, type PersonCard, RoleRegister } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { MarkingWanted } from '../project-work.events';
import { briefOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Work } from '../work/work.entity';
import { PlannedMarker } from './planned-marker.entity';

/** Spreads works over the markers of an edition, or one work by hand. Works that somebody has begun to mark stay. */
@Injectable()
export class PlanMarking {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly editions: EditionDirectory,
    private readonly people: PeopleDirectory,
    private readonly roles: RoleRegister,
    private readonly roll: GroupRoll,
  ) {}

  async spread(editionId: string, rule: PlanRule): Promise<{ works: number; lacking: number }> {
    return this.transaction.run(async (tx) => {
      // Two plans at once go one after the other, and nobody becomes or stops being a tutor meanwhile.
      const edition = await this.editions.lock(tx, editionId);
      const works = await tx.lockAll(Work, { editionId, state: 'handed-in', markings: 0 });
      const workIds = works.map(({ id }) => id);
      const [tutors, members, planned, marked, loads] = await Promise.all([
        this.roles.holders(editionId, ['tutor']),
        this.roll.membersOf('enrolment.editionId = :editionId', { editionId }),
        workIds.length ? tx.manager.findBy(PlannedMarker, { workId: In(workIds) }) : [],
        this.database.rows(markedBefore(editionId)),
        this.database.rows(loadsOf(editionId)),
      ]);
      const people = await this.people.byIds([
        ...tutors.map(({ accountId }) => accountId),
        ...[...members.values()].flat().map(({ accountId }) => accountId),
      ]);
      const markers = tutors.flatMap(({ accountId }) => people.get(accountId) ?? []);
      const before = planned.map(({ workId, markerId }) => ({ workId, accountId: markerId }));
      const plan = planMarking(
        works.map(({ id, groupId, briefId }) => {
          const group = (members.get(groupId) ?? []).flatMap(({ accountId }) => people.get(accountId) ?? []);
          return {
            workId: id,
            groupId,
            markers: briefOf(edition, { briefId }).markers,
            inConflict: inConflict(markers, group),
            language: languageOfMost(group.map(({ language }) => language)),
          };
        }),
        markers.map(({ id, language }) => ({
          accountId: id,
          language,
          load: Number(loads.find(({ markerId }) => markerId === id)?.load ?? 0),
        })),
        rule,
        { planned: before, marked },
      );
      await this.replace(tx, editionId, workIds, plan.planned, before);
      return { works: works.length, lacking: plan.lacking.length };
    });
  }

  /** Refusals: project-work.not-a-marker, project-work.own-work. */
  async set(
    { editionId, workId }: { editionId: string; workId: string },
    accountIds: readonly string[],
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      await this.editions.lock(tx, editionId);
      const work = await tx.lock(Work, workId);
      if (work.editionId !== editionId) throw notFound();
      const [tutors, members, planned] = await Promise.all([
        this.roles.holders(editionId, ['tutor']),
        this.roll.membersOf('it.groupId = :groupId', { groupId: work.groupId }),
        tx.manager.findBy(PlannedMarker, { workId }),
      ]);
      const strangers = accountIds.filter((id) => !tutors.some(({ accountId }) => accountId === id));
      if (strangers.length) throw new Refused(refuse('project-work.not-a-marker', { people: strangers.length }));
      if ((members.get(work.groupId) ?? []).some(({ accountId }) => accountIds.includes(accountId)))
        throw new Refused(refuse('project-work.own-work'));
      const after = [...new Set(accountIds)].map((accountId) => ({ workId, accountId }));
      const before = planned.map(({ markerId: accountId }) => ({ workId, accountId }));
      await this.replace(tx, editionId, [workId], after, before);
    });
  }

  private async replace(
    tx: Tx,
    editionId: string,
    workIds: readonly string[],
    after: readonly { workId: string; accountId: string }[],
    before: readonly { workId: string; accountId: string }[],
  ): Promise<void> {
    if (!workIds.length) return;
    await tx.manager.delete(PlannedMarker, { workId: In([...workIds]) });
    await tx.insert(
      PlannedMarker,
      after.map(({ workId, accountId }) => ({ id: newId(), workId, markerId: accountId })),
    );
    const counts = Map.groupBy(workIds, (id) => after.filter(({ workId }) => workId === id).length);
    for (const [planned, ids] of counts) await tx.manager.update(Work, { id: In(ids) }, { planned });
    const isNew = ({ workId, accountId }: { workId: string; accountId: string }) =>
      !before.some((one) => one.workId === workId && one.accountId === accountId);
    const asked = new Set(after.filter(isNew).map(({ accountId }) => accountId));
    if (asked.size) await tx.publish(new MarkingWanted(editionId, null, [...asked], 'planned'));
  }
}

/** The markers who must not mark the work of these people: they are among them, or work at the same institution. */
export const inConflict = (markers: readonly PersonCard[], group: readonly PersonCard[]): Set<string> =>
  new Set(
    markers
      .filter(({ id, institution }) =>
        group.some((member) => member.id === id || (institution && member.institution?.id === institution.id)),
      )
      .map(({ id }) => id),
  );

/** Who marked which group before. */
const markedBefore = (editionId: string) =>
  cellsOf<'groupId' | 'accountId', { groupId: string; accountId: string }>(
    { groupId: 'work.groupId', accountId: 'marking.markerId' },
    'FROM marking JOIN work ON work.id = marking.workId WHERE work.editionId = :editionId',
    { editionId },
  );

/** The markings that each marker has still to do on works that are begun. */
const loadsOf = (editionId: string) =>
  cellsOf(
    { markerId: 'plan.markerId', load: 'COUNT(*)' },
    `FROM marking_planned plan JOIN work ON work.id = plan.workId
     WHERE work.editionId = :editionId AND work.state = 'handed-in' AND work.markings > 0
       AND NOT EXISTS (SELECT 1 FROM marking WHERE marking.workId = work.id AND marking.markerId = plan.markerId)
     GROUP BY plan.markerId`,
    { editionId },
  );
