import type { InputOf, setIndividualResult } from '@libretto/contracts';
import { type Actor, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { notFound, Refused } from '../../../platform/refusals/refused';
import { isHiddenFrom } from '../anonymity/masks';
import { MarkedWork, ownMark } from '../marking/marked-work';
import { ResultsReleased } from '../project-work.events';
import { GroupRoll } from '../work/group-roll';
import { Participation } from '../work/participation';
import { IndividualResult } from './individual-result.entity';

type Input = InputOf<typeof setIndividualResult>;

/** Gives one member another result than their group's, for a reason that this member reads. */
@Injectable()
export class SetIndividualResult {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly marked: MarkedWork,
    private readonly participation: Participation,
    private readonly roll: GroupRoll,
  ) {}

  /**
   * Refusals: project-work.names-hidden, project-work.no-result-yet, project-work.own-work,
   * project-work.no-grades, project-work.grade-needs-professor, project-work.no-such-grade, project-work.grade-says-otherwise.
   */
  async run(
    actor: Actor,
    { enrolmentId, ...params }: Input['params'],
    { reason, ...said }: Input['body'],
  ): Promise<void> {
    await this.transaction.run(async (tx) => {
      const stand = await this.marked.lock(tx, actor, params);
      const { work, isMember } = stand;
      // Before anything else: who is refused as no member is not in the group.
      if (isHiddenFrom(actor, await this.participation.edition(work.editionId), work))
        throw new Refused(refuse('project-work.names-hidden'));
      if (isMember) throw new Refused(refuse('project-work.own-work'));
      if (!work.outcome) throw new Refused(refuse('project-work.no-result-yet'));
      if (!(await this.roll.enrolmentsIn([work.groupId])).includes(enrolmentId)) throw notFound();
      const of = { workId: work.id, enrolmentId };
      const before = await tx.manager.findOneBy(IndividualResult, of);
      await tx.put(IndividualResult, ['workId', 'enrolmentId'], {
        id: before?.id ?? newId(),
        ...of,
        ...ownMark(stand, said),
        reason,
        setBy: actor.accountId,
        at: this.clock.now(),
      });
      if (work.state === 'released') await tx.publish(new ResultsReleased([enrolmentId], work.briefId));
    });
  }
}
