import { In, IsNull, LessThan } from 'typeorm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { Transaction } from '../database/transaction';
import { SentMail } from './sent-mail.entity';
import { clearOutbox } from './clear-outbox.job';
import { HandlesJob, type JobHandler } from '../jobs/handler';
import { OutboxRow } from '../database/outbox-row.entity';

/** For as long as somebody may still ask about a run. */
const daysKept = 30;
const atOnce = 500;

/** Runs about a subject stay as long as the subject: its log reads them. Stopped runs wait for a person. */
@HandlesJob(clearOutbox)
export class ClearOutbox implements JobHandler<object> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - daysKept * 86_400_000);
    while ((await this.clearRuns(before)) === atOnce);
    while ((await this.clearMails(before)) === atOnce);
  }

  private async clearRuns(before: Date): Promise<number> {
    const done = { state: 'done' as const, about: IsNull(), dueAt: LessThan(before) };
    const rows = await this.database.read.find(OutboxRow, { select: { id: true }, where: done, take: atOnce });
    return this.delete(OutboxRow, rows);
  }

  /** The key of a mail begins with the id of the run that sent it. */
  private async clearMails(before: Date): Promise<number> {
    const rows = await this.database.read
      .createQueryBuilder(SentMail, 'mail')
      .select('mail.id')
      .where('mail.sentAt < :before', { before })
      .andWhere(
        (query) =>
          `NOT EXISTS ${query.subQuery().select('1').from(OutboxRow, 'run').where('run.id = SUBSTR(mail.key, 1, 36)').getQuery()}`,
      )
      .take(atOnce)
      .getMany();
    return this.delete(SentMail, rows);
  }

  private async delete(entity: typeof OutboxRow | typeof SentMail, rows: { id: string }[]): Promise<number> {
    if (rows.length)
      await this.transaction.run((tx) => tx.manager.delete(entity, { id: In(rows.map(({ id }) => id)) }));
    return rows.length;
  }
}
