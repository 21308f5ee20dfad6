import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { EnrolmentDirectory } from '../../places';
import { TimedDay } from './timed-day.entity';

@Injectable()
export class DiscardTimedDay {
  constructor(
    private readonly transaction: Transaction,
    private readonly enrolments: EnrolmentDirectory,
  ) {}

  /** Takes measured minutes away, if they are the person’s own and still there. */
  async run({ accountId }: Actor, timedDayId: string): Promise<void> {
    const own = await this.enrolments.idsOf(accountId);
    await this.transaction.run(async (tx) => {
      await tx.manager.delete(TimedDay, { id: timedDayId, enrolmentId: In(own) });
    });
  }
}
