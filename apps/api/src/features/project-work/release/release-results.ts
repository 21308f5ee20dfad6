import { type Actor, become, releaseTogether, workProcess } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { EnrolmentDirectory } from '../../places';
import { endOfDay } from '../work/deadlines';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { ProjectDeadline } from '../work/project-deadline.entity';
import { ResultsReleased } from '../project-work.events';
import { roundOf } from './release-round';
import { Work } from '../work/work.entity';

/** Lets every group see its result, all at the same moment. */
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
   * Refusals: project-work.nothing-to-release, project-work.works-unmarked, project-work.groups-to-come,
   * project-work.next-deadline-missing.
   */
  async run(actor: Actor, editionId: string, nextLastDay: string | null): Promise<void> {
    const edition = await this.participation.edition(editionId);
    const nextDeadline = nextLastDay ? endOfDay(nextLastDay, edition.timeZone) : null;
    const people = await this.enrolments.countIn(editionId);
    await this.transaction.run(async (tx) => {
      const now = this.clock.now();
      const waiting = await tx.lockAll(Work, { editionId, state: In(['handed-in', 'marked']) });
      const { round, nextAttempts } = await roundOf(tx.manager, edition, { waiting, people, now });
      orRefuse(releaseTogether({ ...round, nextDeadline }, now));
      const [released] = waiting.map((work) =>
        orRefuse(become(workProcess, work.state, 'released', 'common.no-such-step')),
      );
      await tx.manager.update(Work, { id: In(waiting.map(({ id }) => id)) }, { state: released, releasedAt: now });
      if (nextDeadline)
        await tx.insert(
          ProjectDeadline,
          nextAttempts.map((attempt) => ({
            id: newId(),
            editionId,
            attempt,
            until: nextDeadline,
            reason: null,
            setBy: actor.accountId,
            at: now,
          })),
        );
      const groupIds = waiting.map(({ groupId }) => groupId);
      await tx.publish(new ResultsReleased(await this.roll.enrolmentsIn(groupIds)));
    });
  }
}
