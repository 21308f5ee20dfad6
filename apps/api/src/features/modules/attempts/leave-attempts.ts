import { In } from 'typeorm';
import type { Reaction, Tx } from '../../../platform/database/transaction';
import { ReactsTo } from '../../../platform/jobs/handler';
import { AccountLeaves } from '../../accounts';
import { EnrolmentDirectory } from '../../places';
import { TestAttempt } from './attempt.entity';

/**
 * Somebody deletes their account: their attempts go with the answers, which no record needs. That they passed stays in the
 * progress.
 */
@ReactsTo(AccountLeaves)
export class LeaveAttempts implements Reaction<AccountLeaves> {
  constructor(private readonly enrolments: EnrolmentDirectory) {}

  async react({ accountId }: AccountLeaves, tx: Tx): Promise<void> {
    // An answer that is being kept comes before this, or finds no attempt.
    const enrolments = await this.enrolments.lockOf(tx, accountId);
    if (enrolments.length) await tx.manager.delete(TestAttempt, { enrolmentId: In(enrolments.map(({ id }) => id)) });
  }
}
