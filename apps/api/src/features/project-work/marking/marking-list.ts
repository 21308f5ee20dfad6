import type { InputOf, MarkingListView, readMarkingList } from '@libretto/contracts';
import { type Actor, agree, changeIn, leaseMinutes, mayMark as mayMarkVersion } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { flagIn, rowsOf } from '../../../platform/database/read-together';
import type { EditionCard } from '../../editions';
import { codeOf, dayOnly, isHiddenFrom } from '../anonymity/masks';
import { mayMark, mayRunProjectWork } from '../project-work.policy';
import { briefOf, briefsOf, choicesOf } from '../work/briefs';
import { GroupRoll, type Member } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Work } from '../work/work.entity';
import { ListedWorks } from './listed-works';

const pageSize = 50;

/** The works of an edition: those that wait for the actor's mark, or all others. */
@Injectable()
export class MarkingList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
    private readonly listed: ListedWorks,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { brief, which, after, ...sought }: InputOf<typeof readMarkingList>['query'],
  ): Promise<MarkingListView> {
    const edition = await this.participation.edition(editionId);
    const briefs = briefsOf(edition).filter(({ id }) => brief === undefined || id === brief);
    const listing = { actor, edition, briefs };
    const those = { ...sought, waits: which === 'to-mark' };
    const [{ waiting, others }, { workIds, next }, found] = await Promise.all([
      this.listed.count(listing),
      this.listed.page(listing, those, { after, size: pageSize }),
      sought.q ? this.listed.found(listing, those) : null,
    ]);
    const changes = changeIn(edition.state);
    return {
      items: await this.shown(actor, edition, workIds),
      next,
      briefs: choicesOf(edition),
      hasFeedback: briefsOf(edition).some(({ peerFeedback }) => peerFeedback !== undefined),
      waiting,
      found: found ?? (those.waits ? waiting : others),
      can: {
        release: agree(changes) && mayRunProjectWork(actor, { editionId }),
        markInTable: mayMark(actor, { editionId }) && agree(changes),
      },
    };
  }

  /** These works in this order, as the actor may see them. */
  private async shown(
    actor: Actor,
    edition: EditionCard,
    workIds: readonly string[],
  ): Promise<MarkingListView['items']> {
    const leased = new Date(this.clock.now().getTime() - leaseMinutes * 60_000);
    const [rows, members] = await Promise.all([
      this.database.rows(workRows(workIds, { accountId: actor.accountId, leased })),
      this.roll.membersOf('it.groupId IN (SELECT groupId FROM work WHERE id IN (:...workIds))', { workIds }),
    ]);
    const works = new Map(rows.map((work) => [work.id, work]));
    return workIds.flatMap((id) => {
      const work = works.get(id);
      return work ? [itemOf(actor, edition, work, members.get(work.groupId) ?? [])] : [];
    });
  }
}

type ListedWork = Work & Record<keyof typeof beside, string | number | null>;

function itemOf(
  actor: Actor,
  edition: EditionCard,
  work: ListedWork,
  members: readonly Member[],
): MarkingListView['items'][number] {
  const isMember = members.some(({ accountId }) => accountId === actor.accountId);
  const hasMarked = flagIn(work.isMarked);
  const { markers: needed } = briefOf(edition, work);
  const answer = mayMarkVersion(work, work.versions, { isMember, hasMarked }, { needed, others: Number(work.others) });
  return {
    workId: work.id,
    brief: work.briefId,
    ...whose(actor, edition, work, members),
    attempt: work.attempt,
    version: work.versions,
    state: work.state,
    markings: work.markings,
    markersNeeded: needed,
    markedByMe: hasMarked,
    can: { mark: mayMark(actor, work) && agree(changeIn(edition.state), answer) },
  };
}

/** Whose work it is and when it came, or what stands for that before somebody who may not know it. */
const whose = (actor: Actor, edition: EditionCard, work: ListedWork, members: readonly Member[]) =>
  isHiddenFrom(actor, edition, work)
    ? { group: codeOf(work.id), members: [], handedInAt: dayOnly(work.handedInAt).toISOString() }
    : {
        group: work.groupName === null ? null : String(work.groupName),
        members: members.map(({ enrolmentId, name, institution }) => ({ enrolmentId, name, institution })),
        handedInAt: work.handedInAt.toISOString(),
      };

const beside = {
  groupName: 'grp.name',
  isMarked: 'EXISTS (SELECT 1 FROM marking WHERE marking.workId = it.id AND marking.markerId = :accountId)',
  others: `(SELECT COUNT(*) FROM marking_draft draft
    WHERE draft.workId = it.id AND draft.markerId <> :accountId AND draft.keptAt > :leased)`,
} as const;

/** `leased`: drafts that were kept before count for nothing. */
const workRows = (workIds: readonly string[], values: { accountId: string; leased: Date }) =>
  rowsOf(
    Work,
    'JOIN project_group grp ON grp.id = it.groupId WHERE it.id IN (:...workIds)',
    { workIds, ...values },
    { beside },
  );
