import type { InputOf, releaseResults } from '@libretto/contracts';
import {
  type Actor,
  become,
  deadlineSetFor,
  releaseAlone,
  releaseTogether,
  roundOf,
  workProcess,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { readTogether } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { briefAsked, briefOf } from '../work/briefs';
import { deadlineRows, endOfDay, termsOfAll } from '../work/deadlines';
import { keptLateness, latenessOf, newestRows } from '../work/lateness';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectDeadline } from '../work/project-deadline.entity';
import { ResultsReleased } from '../project-work.events';
import { roundRows, toSample } from './release-round';
import { Work } from '../work/work.entity';

/** Lets every group see its result for a brief, all at the same moment. */
@Injectable()
export class ReleaseResults {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly enrolments: EnrolmentDirectory,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.nothing-to-release, project-work.works-unmarked, project-work.sample-not-drawn,
   * project-work.groups-to-come, project-work.next-deadline-missing.
   */
  async run(
    actor: Actor,
    { params: { editionId }, query, body: { nextLastDay } }: InputOf<typeof releaseResults>,
  ): Promise<void> {
    const edition = await this.participation.edition(editionId);
    const brief = briefAsked(edition, query);
    const briefId = brief.id;
    const nextDeadline = nextLastDay ? endOfDay(nextLastDay, edition.timeZone) : null;
    const people = await this.enrolments.countIn(editionId);
    await this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const waiting = await tx.lockAll(Work, { editionId, briefId, state: Not('released') });
      const { works, deadlines, groups, alone, newest } = await readTogether(
        tx.manager,
        roundRows(editionId, briefId, now),
      );
      const terms = termsOfAll(deadlines, edition, brief);
      const round = roundOf({ works, waiting, groups, people, aloneWithTime: Number(alone[0]?.people) }, terms, now);
      const sampleIsDue = toSample(brief, waiting).length > 0;
      orRefuse(releaseTogether({ ...round, sampleIsDue, nextDeadline }, now));
      const [released] = waiting.map((work) =>
        orRefuse(become(workProcess, work.state, 'released', 'common.no-such-step')),
      );
      await tx.manager.update(
        Work,
        { id: In(waiting.map(({ id }) => id)) },
        { state: released, waits: false, releasedAt: now },
      );
      const versions = new Map(newest.map((version) => [version.workId, version]));
      const late = waiting.flatMap((work) => {
        const costs = keptLateness(latenessOf(work, brief, versions.get(work.id), { deadlines, edition }));
        return costs.lateDays ? [Object.assign(work, { state: released, waits: false, releasedAt: now }, costs)] : [];
      });
      if (late.length) await tx.put(Work, ['id'], ...late);
      if (nextDeadline)
        await tx.insert(
          ProjectDeadline,
          round.nextAttempts.map((attempt) => ({
            id: newId(),
            editionId,
            briefId,
            attempt,
            until: nextDeadline,
            reason: null,
            setBy: actor.accountId,
            at: now,
          })),
        );
      const groupIds = waiting.map(({ groupId }) => groupId);
      await tx.publish(new ResultsReleased(await this.roll.enrolmentsIn(groupIds), briefId));
    });
  }

  /**
   * One result before the others, for a reason that its group reads.
   * Refusals: project-work.works-unmarked, project-work.sample-not-drawn, project-work.next-deadline-missing.
   */
  async one(
    actor: Actor,
    { editionId, workId }: { editionId: string; workId: string },
    { reason, nextLastDay }: { reason: string; nextLastDay: string | null },
  ): Promise<void> {
    const edition = await this.participation.edition(editionId);
    const nextDeadline = nextLastDay ? endOfDay(nextLastDay, edition.timeZone) : null;
    await this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const work = await tx.lock(Work, workId);
      if (work.editionId !== editionId) throw notFound();
      const brief = briefOf(edition, work);
      const { deadlines, newest } = await readTogether(tx.manager, {
        deadlines: deadlineRows(editionId),
        newest: newestRows('work.id = :workId', { workId }),
      });
      const costs = keptLateness(latenessOf(work, brief, newest[0], { deadlines, edition }));
      const [next, sampleIsDue] = [work.attempt + 1, toSample(brief, [work]).length > 0];
      const ofBrief = deadlines.filter(({ briefId }) => briefId === work.briefId);
      const set = deadlineSetFor(ofBrief, next, { groupId: work.groupId });
      const { attempts } = brief;
      orRefuse(releaseAlone(work, { attempts, sampleIsDue, nextDeadline: nextDeadline ?? set }, now));
      const state = orRefuse(become(workProcess, work.state, 'released', 'common.no-such-step'));
      await tx.save(Object.assign(work, costs, { state, waits: false, releasedAt: now, releaseReason: reason }));
      if (nextDeadline && work.outcome === 'not-passed' && next <= attempts)
        await tx.insert(ProjectDeadline, {
          id: newId(),
          editionId,
          briefId: work.briefId,
          groupId: work.groupId,
          attempt: next,
          until: nextDeadline,
          reason: null,
          setBy: actor.accountId,
          at: now,
        });
      await tx.publish(new ResultsReleased(await this.roll.enrolmentsIn([work.groupId]), work.briefId));
    });
  }
}
