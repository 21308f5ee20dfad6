import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { Transaction } from '../database/transaction';
import { LogBook } from '../log/log-book';
import { onBehalfOf } from '../log/request-context';
import { JobDirectory } from './job-directory';
import { NotWorthRetrying } from './not-worth-retrying';
import { OutboxRow } from './outbox-row.entity';

/** How long a run is left alone before another process may take it up. */
export const leaseSeconds = 60;
const defaultAttempts = 8;

/** Does one run that the outbox asks for, and writes down how it went. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly directory: JobDirectory,
    private readonly clock: Clock,
    private readonly logs: LogBook,
  ) {}

  /** Does the run of this outbox row, unless it is done already. Never throws: a failure is written to the row. */
  async run(id: string): Promise<void> {
    const row = await this.database.read.findOneBy(OutboxRow, { id });
    if (row?.state !== 'waiting') return;
    await onBehalfOf(row.requestId ?? id, () => this.attempt(row));
  }

  /** Does every run that is due here and now, and those that they lead to. Answers the messages of those that failed. */
  async runAllDue(): Promise<string[]> {
    const failures: string[] = [];
    for (;;) {
      const due = await this.database.read.find(OutboxRow, {
        where: { state: 'waiting', dueAt: LessThanOrEqual(this.clock.now()) },
        order: { dueAt: 'ASC', id: 'ASC' },
      });
      if (!due.length) return failures;
      for (const { id, attempts } of due) {
        await this.run(id);
        const { error, attempts: now } = await this.database.read.findOneByOrFail(OutboxRow, { id });
        if (now > attempts) failures.push(error ?? '');
      }
    }
  }

  private async attempt(row: OutboxRow): Promise<void> {
    const started = performance.now();
    try {
      const job = this.directory.jobNamed(row.job);
      const handler = this.directory.handlerOf(row.job);
      if (!job || !handler) throw new Error(`Nobody here does ${row.job}`);
      await handler.run(job.payload.parse(row.payload), { id: row.id });
      await this.transaction.run((tx) => tx.manager.update(OutboxRow, { id: row.id }, { state: 'done', error: null }));
      this.logs.log.info({ job: row.job, outboxId: row.id, ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      await this.writeDown(row, error as Error);
    }
  }

  private async writeDown(row: OutboxRow, error: Error): Promise<void> {
    const attempts = row.attempts + 1;
    const most = this.directory.jobNamed(row.job)?.attempts ?? defaultAttempts;
    const stopped = attempts >= most || error instanceof NotWorthRetrying;
    this.logs.log.warn({ job: row.job, outboxId: row.id, attempts, stopped, err: error }, 'job failed');
    const again = new Date(this.clock.now().getTime() + 1000 * 4 ** attempts);
    await this.transaction
      .run((tx) =>
        tx.manager.update(
          OutboxRow,
          { id: row.id, state: 'waiting' },
          { state: stopped ? 'stopped' : 'waiting', attempts, dueAt: again, claimedUntil: null, error: error.message },
        ),
      )
      .catch((cause: Error) => this.logs.log.error({ outboxId: row.id, err: cause }, 'the outbox cannot be reached'));
  }
}
