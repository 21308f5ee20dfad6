import { type Actor, mayAppeal } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, orRefuse } from '../../../platform/refusals/refused';
import { SecondLook } from '../marking/second-look.entity';
import { briefOf } from '../work/briefs';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { Work } from '../work/work.entity';

/** A member appeals the result of their group: somebody else looks at the work once more. */
@Injectable()
export class AppealResult {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.no-appeals, project-work.no-result-yet, project-work.appealed-already,
   * project-work.handed-in-again, project-work.appeal-too-late.
   */
  async run(actor: Actor, { editionId, workId }: { editionId: string; workId: string }, reason: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const work = await tx.lock(Work, workId);
      if (work.editionId !== editionId || !(await this.roll.isMember(work.groupId, editionId, actor.accountId)))
        throw notFound();
      const edition = await this.participation.edition(editionId);
      const [hasAppealed, hasMovedOn] = await Promise.all([
        tx.manager.existsBy(SecondLook, { workId, kind: 'appeal' }),
        tx.manager.existsBy(Work, { groupId: work.groupId, attempt: work.attempt + 1 }),
      ]);
      const days = briefOf(edition, work).appealDays ?? null;
      const now = this.clock.now();
      orRefuse(mayAppeal({ work, days, releasedAt: work.releasedAt, hasAppealed, hasMovedOn }, now));
      await tx.insert(SecondLook, {
        id: newId(),
        workId,
        kind: 'appeal',
        asked: reason,
        askedBy: actor.accountId,
        askedAt: now,
      });
      await tx.manager.update(Work, { id: workId }, { waits: true });
    });
  }
}
