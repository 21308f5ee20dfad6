import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { Transaction } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { MailedCode } from '../../codes/mailed-code.entity';
import { SignIn } from '../sign-in.entity';
import { clearExpired } from './clear-expired.job';

@HandlesJob(clearExpired)
export class ClearExpired implements JobHandler<object> {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const expired = { expiresAt: LessThanOrEqual(this.clock.now()) };
    await this.transaction.run(async (tx) => {
      await tx.manager.delete(SignIn, expired);
      await tx.manager.delete(MailedCode, expired);
    });
  }
}
