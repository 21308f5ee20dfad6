import { Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { dailyMail } from '../mail/daily.mail';
import { NoticeKept } from '../notice.entity';
import { mailDaily } from './mail-daily.job';

@HandlesJob(mailDaily)
export class MailDaily implements JobHandler<{ accountId: string }> {
  constructor(
    private readonly transaction: Transaction,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  /** Each notice asked for a run; the first one takes them all, and the others find none. */
  async run({ accountId }: { accountId: string }, { id }: JobRun): Promise<void> {
    const notices = await this.transaction.run(async (tx) => {
      const waiting = { accountId, isForDailyMail: true };
      await tx.manager.update(NoticeKept, waiting, { isForDailyMail: false, dailyMailId: id });
      return tx.manager.find(NoticeKept, { where: { accountId, dailyMailId: id }, order: { at: 'ASC', id: 'ASC' } });
    });
    const person = (await this.people.byIds([accountId])).get(accountId);
    if (!person || !notices.length) return;
    const data = { name: person.name, subjects: notices.map(({ subject }) => subject) };
    await this.postman.send(dailyMail, { key: id, to: person, data });
  }
}
