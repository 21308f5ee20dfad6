import type { InputOf, MarkingListView, readMarkingList } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  leaseMinutes,
  mayMark as mayMarkVersion,
  searchFor,
  workStates,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, placeIn, rowsInOrder } from '../../../platform/database/in-order';
import { keyOf } from '../../../platform/database/place';
import { cellsOf, flagIn, rowsOf } from '../../../platform/database/read-together';
import { pageAfter } from '../../../platform/http/page-after';
import { GroupRoll, type Member } from '../work/group-roll';
import { briefOf, briefsOf, choicesOf } from '../work/briefs';
import type { EditionCard } from '../../editions';
import { codeOf, dayOnly, isHiddenFrom } from '../anonymity/masks';
import { Participation } from '../work/participation';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { Work } from '../work/work.entity';

const pageSize = 50;
type Query = InputOf<typeof readMarkingList>['query'];
type ListedWork = Work & Record<keyof typeof beside, string | number | null>;
/** A work as the reader of the list may see it. */
interface Listed {
  readonly work: ListedWork;
  readonly members: readonly Member[];
  readonly group: string | null;
  readonly handedInAt: Date;
  readonly isMember: boolean;
}

const namesOf = ({ members }: Listed): string[] => members.map(({ name }) => name);

const columns = {
  group: (listed: Listed) => (listed.group ?? namesOf(listed).join(', ')).slice(0, 200),
  'handed-in': ({ handedInAt }: Listed) => handedInAt.getTime(),
  state: ({ work }: Listed) => workStates.indexOf(work.state),
};

/** The works of an edition by age: those that wait for the actor's mark, or all others. */
@Injectable()
export class MarkingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async of(actor: Actor, editionId: string, { brief, which, q, sort, after }: Query): Promise<MarkingListView> {
    const marker = this.markerOf(editionId, actor.accountId, brief ?? null);
    const isToMark = which === 'to-mark';
    const edition = await this.participation.edition(editionId);
    const shownTo = (work: ListedWork, members: readonly Member[]) => asShown(actor, edition, work, members);
    const [[counted], looked] = await Promise.all([
      this.database.rows(countRows(marker)),
      q || (sort && !sort.endsWith('handed-in'))
        ? this.lookedFor(marker, isToMark, shownTo, { q, sort, after })
        : this.byAge(marker, isToMark, shownTo, { isDown: sort?.startsWith('-'), after }),
    ]);
    const waiting = Number(counted?.waiting);
    const found = looked.found ?? (isToMark ? waiting : Number(counted?.all) - waiting);
    const { shown, next } = looked;
    const changes = changeIn(edition.state);
    const marks = mayMark(actor, { editionId });
    return {
      items: shown.map(({ work, members, group, handedInAt, isMember }) => {
        const hasMarked = flagIn(work.isMarked);
        return {
          workId: work.id,
          brief: work.briefId,
          group,
          members: members.map(({ enrolmentId, name, institution }) => ({ enrolmentId, name, institution })),
          attempt: work.attempt,
          version: work.versions,
          handedInAt: handedInAt.toISOString(),
          state: work.state,
          markings: work.markings,
          markersNeeded: briefOf(edition, work).markers,
          markedByMe: hasMarked,
          can: {
            mark:
              marks &&
              agree(
                changes,
                mayMarkVersion(
                  work,
                  work.versions,
                  { isMember, hasMarked },
                  { needed: briefOf(edition, work).markers, others: Number(work.others) },
                ),
              ),
          },
        };
      }),
      next,
      briefs: choicesOf(edition),
      hasFeedback: briefsOf(edition).some(({ peerFeedback }) => peerFeedback !== undefined),
      waiting,
      found,
      can: {
        release: agree(changes) && mayRunProjectWork(actor, { editionId }),
        markInTable: marks && agree(changes),
      },
    };
  }

  /**
   * The works that wait for this marker around `current`: the next one is the oldest behind it, or else the oldest of
   * all. One statement.
   */
  async around(accountId: string, current: Work): Promise<{ previous: string | null; next: string | null }> {
    const marker = this.markerOf(current.editionId, accountId, null);
    const others = `${conditionOf(true)} AND it.id <> :current`;
    const values = { ...marker, current: current.id };
    const first = (order: Order<Work>, after?: string) =>
      this.database.rows(
        rowsInOrder(this.database.read, Work, [others, values], { columns: ['id'], order, after, size: 0 }),
      );
    const here = keyOf(placeIn(byAge, current));
    const [[behind], [before], [oldest]] = await Promise.all([
      first(byAge, here),
      first({ ...byAge, isDown: true }, here),
      first(byAge),
    ]);
    return { previous: before?.id ?? null, next: (behind ?? oldest)?.id ?? null };
  }

  private markerOf(editionId: string, accountId: string, briefId: string | null): Marker {
    return { editionId, briefId, accountId, leased: new Date(this.clock.now().getTime() - leaseMinutes * 60_000) };
  }

  private async byAge(
    marker: Marker,
    isToMark: boolean,
    shownTo: ShownTo,
    { isDown = false, after }: { isDown?: boolean | undefined; after?: string | undefined },
  ) {
    const order = { ...byAge, isDown };
    const asked = { order, after, size: pageSize, beside };
    const rows = await this.database.rows(
      rowsInOrder(this.database.read, Work, [conditionOf(isToMark), { ...marker }], asked),
    );
    const { rows: works, next } = pageOf(rows, order, pageSize);
    return { shown: await this.withMembers(works, shownTo), next, found: undefined };
  }

  /** The database cannot search names, nor sort by them or by states: every page reads all works. */
  private async lookedFor(
    marker: Marker,
    isToMark: boolean,
    shownTo: ShownTo,
    { q, sort, after }: Pick<Query, 'q' | 'sort' | 'after'>,
  ) {
    const means = searchFor(q);
    const works = await this.database.rows(rowsOf(Work, conditionOf(isToMark), { ...marker }, { beside }));
    const found = (await this.withMembers(works, shownTo)).filter((one) => means(one.group ?? '', ...namesOf(one)));
    const otherwise = ({ work }: Listed) => placeIn(byAge, work);
    return { ...pageAfter(found, { sort, columns, otherwise }, after), found: found.length };
  }

  private async withMembers(works: readonly ListedWork[], shownTo: ShownTo): Promise<Listed[]> {
    const groupIds = [...new Set(works.map(({ groupId }) => groupId))];
    const members = await this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds });
    return works.map((work) => shownTo(work, members.get(work.groupId) ?? []));
  }
}

type ShownTo = (work: ListedWork, members: readonly Member[]) => Listed;

/** Nothing of what somebody may not know is searched or sorted by, as that would say it. */
function asShown(actor: Actor, edition: EditionCard, work: ListedWork, members: readonly Member[]): Listed {
  const isMember = members.some(({ accountId }) => accountId === actor.accountId);
  return isHiddenFrom(actor, edition, work)
    ? { work, members: [], group: codeOf(work.id), handedInAt: dayOnly(work.handedInAt), isMember }
    : { work, members, group: groupNameOf(work), handedInAt: work.handedInAt, isMember };
}

interface Marker {
  readonly editionId: string;
  /** `null`: those for every brief. */
  readonly briefId: string | null;
  readonly accountId: string;
  /** Drafts that were kept before count for nothing. */
  readonly leased: Date;
}

const ofBrief = (work: string) => `(:briefId IS NULL OR ${work}.briefId = :briefId)`;

const marked = '(SELECT 1 FROM marking WHERE marking.workId = it.id AND marking.markerId = :accountId)';
const planned = '(SELECT 1 FROM marking_planned plan WHERE plan.workId = it.id AND plan.markerId = :accountId)';
const toLookAt = `(SELECT 1 FROM marking_second_look look WHERE look.workId = it.id AND look.lookerId IS NULL)`;
const lookedAt = '(SELECT 1 FROM marking_second_look look WHERE look.workId = it.id AND look.lookerId = :accountId)';

/** Works that anybody may mark: nobody in particular is asked to, or a third has to decide. */
const isForAll = (it: string) => `(${it}.state = 'handed-in' AND ${it}.planned = 0 OR ${it}.state = 'deciding')`;

/**
 * What waits for this marker: a mark that is theirs to give, a colleague with whom they differ, a second look at what
 * somebody else marked. `waits` comes first, as its index leads to the oldest ones.
 */
const waitsForMarker = `it.waits = 1 AND (
  ${isForAll('it')} AND NOT EXISTS ${marked}
  OR it.state = 'handed-in' AND EXISTS ${planned} AND NOT EXISTS ${marked}
  OR it.state = 'differing' AND EXISTS ${marked}
  OR EXISTS ${toLookAt} AND NOT EXISTS ${marked} AND NOT EXISTS ${lookedAt})`;

/** The works that wait for the marker, or all others. */
const conditionOf = (isToMark: boolean) =>
  `JOIN project_group grp ON grp.id = it.groupId WHERE it.editionId = :editionId AND ${ofBrief('it')} AND ${
    isToMark ? waitsForMarker : `NOT (${waitsForMarker})`
  }`;

const beside = {
  groupName: 'grp.name',
  isMarked: `EXISTS ${marked}`,
  others: `(SELECT COUNT(*) FROM marking_draft draft
    WHERE draft.workId = it.id AND draft.markerId <> :accountId AND draft.keptAt > :leased)`,
} as const;

/**
 * The number of works in an edition, and of those that wait for this marker: sums over indices, since a question per work
 * would take the longer the more works there are.
 */
const countRows = (marker: Marker) => {
  const own = (table: string, where: string) =>
    `(SELECT COUNT(*) FROM ${table} JOIN work own ON own.id = mine.workId
      WHERE mine.markerId = :accountId AND own.editionId = :editionId AND ${ofBrief('own')} AND ${where})`;
  return cellsOf(
    {
      all: 'COUNT(*)',
      waiting: `COALESCE(SUM(${isForAll('work')}), 0)
        - ${own('marking mine', isForAll('own'))}
        + ${own(
          'marking_planned mine',
          `own.state = 'handed-in' AND NOT EXISTS (
            SELECT 1 FROM marking WHERE marking.workId = own.id AND marking.markerId = :accountId)`,
        )}
        + ${own('marking mine', "own.state = 'differing'")}
        + (SELECT COUNT(*) FROM marking_second_look open JOIN work it ON it.id = open.workId
           WHERE open.lookerId IS NULL AND it.editionId = :editionId AND ${ofBrief('it')}
             AND NOT EXISTS ${marked} AND NOT EXISTS ${lookedAt})`,
    },
    `FROM work WHERE work.editionId = :editionId AND ${ofBrief('work')}`,
    { ...marker },
  );
};

const groupNameOf = ({ groupName }: ListedWork): string | null => (groupName === null ? null : String(groupName));

/** A work keeps its place in the list when it has been marked meanwhile. */
const byAge: Order<Work> = { columns: ['handedInAt', 'id'] };
