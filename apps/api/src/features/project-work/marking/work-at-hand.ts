import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { Contributions } from '../contributions/contributions';
import { mayMark } from '../project-work.policy';
import { briefOf, briefsOf } from '../work/briefs';
import { deadlineRows } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { oneWork, WorkQueries } from '../work/work-queries';
import { Work } from '../work/work.entity';
import { ListedWorks } from './listed-works';
import { openProposals, professorRows } from './marked-work';
import { MarkingDraft } from './marking-draft.entity';
import { SecondLook } from './second-look.entity';

/** All that is read of a work. */
export type WorkRead = Awaited<ReturnType<WorkAtHand['read']>>;

/** Reads one work with everything that is shown beside it. */
@Injectable()
export class WorkAtHand {
  constructor(
    private readonly database: Database,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
    private readonly works: WorkQueries,
    private readonly contributions: Contributions,
    private readonly listed: ListedWorks,
  ) {}

  /** What is read of a work, and which ones wait for the actor around it. */
  async read(actor: Actor, editionId: string, workId: string) {
    const asked = oneWork(workId);
    const edition = this.participation.edition(editionId);
    const works = this.database.rows(workRows(workId, editionId));
    const ofWork = ['WHERE it.workId = :workId', { workId }] as const;
    const [found, [work], markings, versions, members, drafts, proposals, looks, professors, said, deadlines, around] =
      await Promise.all([
        edition,
        works,
        this.works.markingsOf(asked),
        this.works.versionsOf(asked),
        this.roll.membersOf('it.groupId = (SELECT groupId FROM work WHERE id = :workId)', { workId }),
        this.database.rows(rowsOf(MarkingDraft, ...ofWork)),
        this.database.rows(openProposals([workId])),
        this.database.rows(rowsOf(SecondLook, ...ofWork, { by: ['id'] })),
        this.database.rows(professorRows(editionId, actor.accountId)),
        this.contributions.ofWork(workId),
        this.database.rows(deadlineRows(editionId)),
        this.around(actor, edition, works),
      ]);
    if (!work) throw notFound();
    return {
      edition: found,
      work,
      brief: briefOf(found, work),
      markings: markings.get(workId) ?? [],
      versions: versions.get(workId) ?? [],
      members: members.get(work.groupId) ?? [],
      drafts,
      proposal: proposals[0],
      looks,
      professor: professors[0],
      said,
      deadlines,
      around,
    };
  }

  /** Somebody who only coordinates goes from one to the next in the list. */
  private async around(actor: Actor, reading: ReturnType<Participation['edition']>, works: Promise<readonly Work[]>) {
    const [edition, [work]] = await Promise.all([reading, works]);
    if (!work || !mayMark(actor, work)) return null;
    return this.listed.around({ actor, edition, briefs: briefsOf(edition) }, work);
  }
}

const workRows = (workId: string, editionId: string) =>
  rowsOf(
    Work,
    'JOIN project_group grp ON grp.id = it.groupId WHERE it.id = :workId AND it.editionId = :editionId',
    { workId, editionId },
    { beside: { groupName: 'grp.name' } },
  );
