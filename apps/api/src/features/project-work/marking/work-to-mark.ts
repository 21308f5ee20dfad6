import type { WorkToMarkView } from '@libretto/contracts';
import { type Actor, agree, changeIn, isRefusal, mayMark as mayMarkVersion, seesMarkings } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { GroupRoll } from '../work/group-roll';
import { emptySheet, MarkingDraft } from './marking-draft.entity';
import { MarkingList } from './marking-list';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { mayMark } from '../project-work.policy';
import { Work } from '../work/work.entity';
import { WorkQueries } from '../work/work-queries';

/** One work beside its rubric, as one marker may see it. */
@Injectable()
export class WorkToMark {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
    private readonly list: MarkingList,
  ) {}

  async of(actor: Actor, editionId: string, workId: string): Promise<WorkToMarkView> {
    const { definition, state } = await this.participation.edition(editionId);
    const { projectWork } = definition;
    const work = await this.database.read.findOneBy(Work, { id: workId, editionId });
    if (!work) throw notFound();
    const group = await this.groupOf(work);
    const markings = (await this.works.markingsOf([workId])).get(workId) ?? [];
    const marker = {
      isMember: group.members.some(({ accountId }) => accountId === actor.accountId),
      hasMarked: markings.some(({ markerId }) => markerId === actor.accountId),
    };
    const draft = await this.database.read.findOneBy(MarkingDraft, { workId, markerId: actor.accountId });
    const answer = mayMarkVersion(work, work.versions, marker);
    const marks = mayMark(actor, { editionId });
    // Markers are blind until they are done; somebody who only coordinates marks nothing.
    const sees = !marks || seesMarkings(work.state, marker);
    return {
      workId,
      group: group.name,
      members: group.members,
      attempt: work.attempt,
      state: work.state,
      versions: (await this.works.versionsOf([workId])).get(workId) ?? [],
      title: projectWork.title,
      brief: projectWork.brief,
      rubric: projectWork.rubric,
      markersNeeded: projectWork.markers,
      markings: sees ? markings : [],
      outcome: sees ? work.outcome : null,
      draft: draft?.sheet ?? emptySheet,
      next: marks ? await this.list.next(actor.accountId, work) : null,
      can: { mark: marks && agree(changeIn(state), answer), grade: projectWork.markerIsProfessor },
      whyNotMark: marks && isRefusal(answer) ? { code: answer.refused, numbers: { ...answer.numbers } } : null,
    };
  }

  private async groupOf(work: Work) {
    const row = await this.database.read.findOneByOrFail(ProjectGroup, { id: work.groupId });
    const group = (await this.roll.withMembers([row])).get(row.id);
    if (!group) throw notFound();
    return group;
  }
}
