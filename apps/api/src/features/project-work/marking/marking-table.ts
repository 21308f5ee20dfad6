import type { InputOf, MarkingTableView, readMarkingTable } from '@libretto/contracts';
import {
  type Actor,
  agree,
  changeIn,
  isRefusal,
  leaseMinutes,
  mayMark,
  mostMarkedAtOnce,
  rubricOf,
  scaleOf,
  stepsOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { type Order, pageOf, rowsInOrder } from '../../../platform/database/in-order';
import { countOf, rowsOf } from '../../../platform/database/read-together';
import { codeOf, isHiddenFrom } from '../anonymity/masks';
import { briefAsked, choicesOf } from '../work/briefs';
import { deadlineRows } from '../work/deadlines';
import { latenessOf, latenessView, newestRows } from '../work/lateness';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Marking, Work } from '../work/work.entity';
import { professorRows } from './marked-work';
import { emptySheet, MarkingDraft } from './marking-draft.entity';

const byAge: Order<Work> = { columns: ['handedInAt', 'id'] };
const size = mostMarkedAtOnce;

/** The works for one brief whose results are not out, as a table that one marker fills in. Nobody else's marking is in it. */
@Injectable()
export class MarkingTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  async of(
    actor: Actor,
    { params: { editionId }, query }: InputOf<typeof readMarkingTable>,
  ): Promise<MarkingTableView> {
    const edition = await this.participation.edition(editionId);
    const brief = briefAsked(edition, query);
    const { accountId } = actor;
    const leased = new Date(this.clock.now().getTime() - leaseMinutes * 60_000);
    const values = { editionId, briefId: brief.id, accountId, leased };
    const page = { order: byAge, after: query.after, size, beside };
    const where = "it.editionId = :editionId AND it.briefId = :briefId AND it.state <> 'released'";
    const [found, [works], [professor], deadlines] = await Promise.all([
      this.database.rows(
        rowsInOrder(
          this.database.read,
          Work,
          [`JOIN project_group grp ON grp.id = it.groupId WHERE ${where}`, values],
          page,
        ),
      ),
      this.database.rows(countOf(`FROM work it WHERE ${where}`, values)),
      this.database.rows(professorRows(editionId, accountId)),
      this.database.rows(deadlineRows(editionId)),
    ]);
    const { rows, next } = pageOf(found, byAge, size);
    const own = ['WHERE it.markerId = :accountId AND it.workId IN (:...workIds)'] as const;
    const ofMarker = { accountId, workIds: rows.map(({ id }) => id) };
    const [members, markings, drafts, versions] = await Promise.all([
      this.roll.membersOf('it.groupId IN (:...groupIds)', { groupIds: rows.map(({ groupId }) => groupId) }),
      this.database.rows(rowsOf(Marking, ...own, ofMarker)),
      this.database.rows(rowsOf(MarkingDraft, ...own, ofMarker)),
      this.database.rows(newestRows('work.id IN (:...workIds)', ofMarker)),
    ]);
    const changes = changeIn(edition.state);
    const scale = scaleOf(brief);
    return {
      items: rows.map((work) => {
        const group = members.get(work.groupId) ?? [];
        const marking = markings.find(({ workId }) => workId === work.id);
        const marker = {
          isMember: group.some((member) => member.accountId === accountId),
          hasMarked: marking !== undefined,
        };
        const answer = mayMark(work, work.versions, marker, { needed: brief.markers, others: Number(work.others) });
        const isHidden = isHiddenFrom(actor, edition, work);
        const newest = versions.find(({ workId }) => workId === work.id);
        const late = isHidden ? null : latenessOf(work, brief, newest, { deadlines, edition });
        const named = work.groupName === null ? group.map(({ name }) => name).join(', ') : String(work.groupName);
        return {
          workId: work.id,
          by: isHidden ? codeOf(work.id) : named,
          version: work.versions,
          state: work.state,
          own: marking
            ? {
                rubric: marking.rubric,
                outcome: marking.outcome,
                grade: marking.grade,
                comment: marking.comment,
                mustChange: marking.mustChange,
                stays: marking.stays,
              }
            : null,
          late: latenessView(late, brief, marking?.grade ?? null),
          draft: { ...emptySheet, ...drafts.find(({ workId }) => workId === work.id)?.sheet },
          can: { mark: agree(changes, answer) },
          whyNotMark:
            [changes, answer].filter(isRefusal).map(({ refused, numbers }) => ({
              code: refused,
              numbers: { ...numbers },
            }))[0] ?? null,
        };
      }),
      next,
      brief: brief.id,
      briefs: choicesOf(edition),
      title: brief.title,
      rubric: rubricOf(brief.rubric),
      grades: professor && scale ? stepsOf(scale) : [],
      hasGrades: scale !== null,
      works: works ?? 0,
    };
  }
}

const beside = {
  groupName: 'grp.name',
  others: `(SELECT COUNT(*) FROM marking_draft draft
    WHERE draft.workId = it.id AND draft.markerId <> :accountId AND draft.keptAt > :leased)`,
} as const;
