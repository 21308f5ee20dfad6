import type { InputOf, MarkingListView, readMarkingList } from '@libretto/contracts';
import { type Actor, searchFor, workStates, agree, changeIn, mayMark as mayMarkVersion } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { inOrder, type Order, pageInOrder, placeIn } from '../../../platform/database/in-order';
import type { Place } from '../../../platform/database/place';
import { pageAfter } from '../../../platform/http/page-after';
import { GroupRoll, type GroupWithMembers } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectGroup } from '../work/project-group.entity';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { Marking, Work } from '../work/work.entity';

const pageSize = 50;
type Query = InputOf<typeof readMarkingList>['query'];
interface Listed {
  readonly work: Work;
  readonly group: GroupWithMembers | undefined;
}

const namesOf = ({ group }: Listed): string[] => group?.members.map(({ name }) => name) ?? [];

const columns = {
  group: (listed: Listed) => (listed.group?.name ?? namesOf(listed).join(', ')).slice(0, 200),
  'handed-in': ({ work }: Listed) => work.handedInAt.getTime(),
  state: ({ work }: Listed) => workStates.indexOf(work.state),
};

/** The works of an edition by age: those that wait for the actor's mark, or all others. */
@Injectable()
export class MarkingList {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, editionId: string, { which, q, sort, after }: Query): Promise<MarkingListView> {
    const edition = await this.participation.edition(editionId);
    const waiting = this.waitingFor(actor.accountId, editionId);
    const asked = which === 'to-mark' ? waiting.clone() : this.others(actor.accountId, editionId);
    const { shown, next, found } =
      q || sort ? await this.lookedFor(asked, { q, sort, after }) : await this.oldest(asked, after);
    const mine = await this.markedBy(actor.accountId, shown);
    const changes = changeIn(edition.state);
    const marks = mayMark(actor, { editionId });
    return {
      items: shown.map(({ work, group }) => {
        const isMember = group?.members.some(({ accountId }) => accountId === actor.accountId) ?? false;
        return {
          workId: work.id,
          group: group?.name ?? null,
          members:
            group?.members.map(({ enrolmentId, name, institution }) => ({ enrolmentId, name, institution })) ?? [],
          attempt: work.attempt,
          version: work.versions,
          handedInAt: work.handedInAt.toISOString(),
          state: work.state,
          markings: work.markings,
          markersNeeded: edition.definition.projectWork.markers,
          markedByMe: mine.has(work.id),
          can: {
            mark:
              marks && agree(changes, mayMarkVersion(work, work.versions, { isMember, hasMarked: mine.has(work.id) })),
          },
        };
      }),
      next,
      waiting: await waiting.getCount(),
      found,
      can: { release: agree(changes) && mayRunProjectWork(actor, { editionId }) },
    };
  }

  /** The work that waits longest for this marker, after `current` if there is one behind it. */
  async next(accountId: string, current: Work): Promise<string | null> {
    const waiting = (behind: Place | null) =>
      inOrder(this.waitingFor(accountId, current.editionId), byAge, behind).limit(1);
    const behind = await waiting(placeIn(byAge, current)).getOne();
    const first = behind ?? (await waiting(null).andWhere('work.id <> :current', { current: current.id }).getOne());
    return first?.id ?? null;
  }

  private waitingFor(accountId: string, editionId: string): SelectQueryBuilder<Work> {
    return this.works(editionId).andWhere("work.state = 'handed-in'").andWhere(`NOT EXISTS ${marked}`, { accountId });
  }

  private others(accountId: string, editionId: string): SelectQueryBuilder<Work> {
    return this.works(editionId).andWhere(`(work.state <> 'handed-in' OR EXISTS ${marked})`, { accountId });
  }

  private works(editionId: string): SelectQueryBuilder<Work> {
    return this.database.read.createQueryBuilder(Work, 'work').where('work.editionId = :editionId', { editionId });
  }

  private async oldest(asked: SelectQueryBuilder<Work>, after?: string) {
    const found = await asked.getCount();
    const { rows, next } = await pageInOrder(asked, byAge, { after, size: pageSize });
    return { shown: await this.withGroups(rows), next, found };
  }

  /** The database cannot search and sort names: every page reads all works. */
  private async lookedFor(asked: SelectQueryBuilder<Work>, { q, sort, after }: Pick<Query, 'q' | 'sort' | 'after'>) {
    const means = searchFor(q);
    const all = await this.withGroups(await asked.getMany());
    const found = all.filter((one) => means(one.group?.name ?? '', ...namesOf(one)));
    const otherwise = ({ work }: Listed) => placeIn(byAge, work);
    return { ...pageAfter(found, { sort, columns, otherwise }, after), found: found.length };
  }

  private async withGroups(works: readonly Work[]): Promise<Listed[]> {
    const ids = [...new Set(works.map(({ groupId }) => groupId))];
    const rows = ids.length ? await this.database.read.findBy(ProjectGroup, { id: In(ids) }) : [];
    const groups = await this.roll.withMembers(rows);
    return works.map((work) => ({ work, group: groups.get(work.groupId) }));
  }

  private async markedBy(markerId: string, listed: readonly Listed[]): Promise<Set<string>> {
    if (!listed.length) return new Set();
    const rows = await this.database.read.findBy(Marking, { markerId, workId: In(listed.map(({ work }) => work.id)) });
    return new Set(rows.map(({ workId }) => workId));
  }
}

const marked = '(SELECT 1 FROM marking WHERE marking.workId = work.id AND marking.markerId = :accountId)';

/** A work keeps its place in the list when it has been marked meanwhile. */
const byAge: Order<Work> = { columns: ['handedInAt', 'id'] };
