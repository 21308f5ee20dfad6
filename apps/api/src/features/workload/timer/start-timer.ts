import type { InputOf, startTimer } from '@libretto/contracts';
import { type Actor, briefsIn, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { WorkTimer } from './work-timer.entity';

@Injectable()
export class StartTimer {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Starts the participant’s one timer. Refusals: workload.timer-is-running. */
  async run({ accountId }: Actor, { params, body }: InputOf<typeof startTimer>): Promise<void> {
    const [edition, enrolment] = await Promise.all([
      this.editions.byId(params.editionId).then(orNotFound),
      this.enrolments.of(params.editionId, accountId).then(orNotFound),
    ]);
    const { modules, projectWork } = edition.definition;
    const brief = briefsIn(projectWork).find(({ id }) => body.brief === undefined || id === body.brief);
    const wanted = body.moduleNumber ?? orNotFound(brief).module;
    const { number: moduleNumber } = orNotFound(modules.find(({ number }) => number === wanted));
    const kind = body.moduleNumber === undefined ? 'project' : 'self-study';
    const timer = { id: body.timerId, accountId, enrolmentId: enrolment.id, moduleNumber, kind } as const;
    await this.transaction.run(async (tx) => {
      // Of two that start at once the database lets one in; the other reads it below.
      await tx.insertMissing(WorkTimer, [{ ...timer, startedAt: this.clock.now() }]);
      const running = orNotFound(await tx.manager.findOneBy(WorkTimer, { accountId }));
      orRefuse(running.id === timer.id || refuse('workload.timer-is-running', { moduleNumber: running.moduleNumber }));
    });
  }
}
