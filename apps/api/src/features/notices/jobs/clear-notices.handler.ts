import { In, LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/handler';
import { NoticeKept } from '../notice.entity';
import { clearNotices } from './clear-notices.job';

const daysKept = 365;
const atOnce = 500;

@HandlesJob(clearNotices)
export class ClearNotices implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const at = LessThan(new Date(this.clock.now().getTime() - daysKept * 86_400_000));
    for (let deleted = atOnce; deleted === atOnce;) {
      const old = await this.database.read.find(NoticeKept, { select: { id: true }, where: { at }, take: atOnce });
      deleted = old.length;
      if (deleted)
        await this.transaction.run((tx) => tx.manager.delete(NoticeKept, { id: In(old.map(({ id }) => id)) }));
    }
  }
}
