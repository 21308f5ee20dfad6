import type { InputOf, MarkingListView, readMarkingList } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { noSuchPlace } from '../../../platform/http/page-after';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { Marking, Work } from '../work/work.entity';

const pageSize = 50;
type Query = InputOf<typeof readMarkingList>['query'];

/** The works of an edition by age: those that wait for the actor's mark, or all others. */
@Injectable()
export class MarkingList {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, editionId: string, { which, after }: Query): Promise<MarkingListView> {
    const edition = await this.participation.edition(editionId);
    const waiting = this.waitingFor(actor.accountId, editionId);
    const asked = which === 'to-mark' ? waiting.clone() : this.others(actor.accountId, editionId);
    if (after) await this.continueAfter(asked, editionId, after);
    const rows = await asked.orderBy('work.handedInAt').addOrderBy('work.id').take(pageSize + 1).getMany();
    const shown = rows.slice(0, pageSize);
    const groups = await this.groupsOf(shown);
    const mine = await this.markedBy(actor.accountId, shown);
    const marks = mayMark(actor, { editionId });
    const last = shown.at(-1);
    return {
      items: shown.map((work) => {
        const group = groups.get(work.groupId);
        const isOwn = group?.members.some(({ accountId }) => accountId === actor.accountId) ?? false;
        return {
          workId: work.id,
          group: group?.name ?? null,
          members: group?.members.map(({ name }) => name) ?? [],
          attempt: work.attempt,
          version: work.versions,
          handedInAt: work.handedInAt.toISOString(),
          state: work.state,
          markings: work.markings,
          markersNeeded: edition.definition.projectWork.markers,
          markedByMe: mine.has(work.id),
          can: { mark: marks && !isOwn && !mine.has(work.id) && work.state === 'handed-in' },
        };
      }),
      next: rows.length > pageSize && last ? keyOf(last) : null,
      waiting: await waiting.getCount(),
      can: { release: mayRunProjectWork(actor, { editionId }) },
    };
  }

  /** The work that waits longest for this marker, after `current` if there is one behind it. */
  async next(accountId: string, current: Work): Promise<string | null> {
    const oldest = () => this.waitingFor(accountId, current.editionId).orderBy('work.handedInAt').addOrderBy('work.id').limit(1);
    const behind = await fromKey(oldest(), keyOf(current)).getOne();
    const first = behind ?? (await oldest().andWhere('work.id <> :current', { current: current.id }).getOne());
    return first?.id ?? null;
  }

  /** A work keeps its place in the list when it has been marked meanwhile. */
  private async continueAfter(asked: SelectQueryBuilder<Work>, editionId: string, after: string): Promise<void> {
    const [moment = '', id] = after.split('_');
    if (Number.isNaN(Date.parse(moment)) || !(await this.database.read.existsBy(Work, { id: id ?? '', editionId }))) throw noSuchPlace();
    fromKey(asked, after);
  }

  private waitingFor(accountId: string, editionId: string): SelectQueryBuilder<Work> {
    return this.works(editionId)
      .andWhere("work.state = 'handed-in'")
      .andWhere(`NOT EXISTS ${marked}`, { accountId });
  }

  private others(accountId: string, editionId: string): SelectQueryBuilder<Work> {
    return this.works(editionId).andWhere(`(work.state <> 'handed-in' OR EXISTS ${marked})`, { accountId });
  }

  private works(editionId: string): SelectQueryBuilder<Work> {
    return this.database.read.createQueryBuilder(Work, 'work').where('work.editionId = :editionId', { editionId });
  }

  private async groupsOf(works: readonly Work[]) {
    const ids = [...new Set(works.map(({ groupId }) => groupId))];
    const groups = ids.length ? await this.database.read.findBy(ProjectGroup, { id: In(ids) }) : [];
    return this.roll.withMembers(this.database.read, groups);
  }

  private async markedBy(markerId: string, works: readonly Work[]): Promise<Set<string>> {
    if (!works.length) return new Set();
    const rows = await this.database.read.findBy(Marking, { markerId, workId: In(works.map(({ id }) => id)) });
    return new Set(rows.map(({ workId }) => workId));
  }
}

const marked = '(SELECT 1 FROM marking WHERE marking.workId = work.id AND marking.markerId = :accountId)';
const keyOf = ({ handedInAt, id }: Work): string => `${handedInAt.toISOString()}_${id}`;

function fromKey(query: SelectQueryBuilder<Work>, key: string): SelectQueryBuilder<Work> {
  const [moment = '', id = ''] = key.split('_');
  return query.andWhere('(work.handedInAt > :at OR (work.handedInAt = :at AND work.id > :id))', { at: new Date(moment), id });
}
