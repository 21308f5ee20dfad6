import type { InputOf, stopTimer } from '@libretto/contracts';
import { type Actor, timedWork } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { TimedDay } from './timed-day.entity';
import { WorkTimer } from './work-timer.entity';

@Injectable()
export class StopTimer {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Stops the person’s timer, whose minutes wait by day. Another device may have done so before: then nothing happens. */
  async run({ accountId }: Actor, { timerId, zone }: InputOf<typeof stopTimer>['body']): Promise<void> {
    await this.transaction.run(async (tx) => {
      const [timer] = await tx.lockAll(WorkTimer, { id: timerId, accountId });
      if (!timer) return;
      const { enrolmentId, moduleNumber, kind, startedAt } = timer;
      const { days, isCut } = timedWork(startedAt, this.clock.now(), zone);
      await tx.manager.delete(WorkTimer, { id: timerId });
      await tx.insert(
        TimedDay,
        days.map((of) => ({ id: newId(), enrolmentId, moduleNumber, kind, ...of, isCut })),
      );
    });
  }
}
