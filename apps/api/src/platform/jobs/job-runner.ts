import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull, LessThan, LessThanOrEqual, type QueryDeepPartialEntity } from 'typeorm';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Transaction } from '../database/transaction';
import { ProcessLog } from '../log/process-log';
import { onBehalfOf } from '../log/request-context';
import { JobDirectory } from './job-directory';
import { NotWorthRetrying } from './not-worth-retrying';
import { NotYet } from './not-yet';
import { OutboxRow } from '../database/outbox-row.entity';

/** The time without a sign of life after which another process takes a run up. */
const leaseMs = 30_000;
/** The interval at which a run renews its lease. */
const renewMs = leaseMs / 3;
const defaultAttempts = 8;
const dayMs = 86_400_000;

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMs);

/** Runs one row of the outbox, and records the result. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly directory: JobDirectory,
    private readonly clock: Clock,
    private readonly logs: ProcessLog,
  ) {}

  /**
   * Runs this outbox row, unless it is done already or another process runs it. Never throws: a failure is written to
   * the row.
   */
  async run(id: string): Promise<void> {
    const row = await this.database.read.findOneBy(OutboxRow, { id });
    if (row?.state !== 'waiting') return;
    await onBehalfOf(row.requestId ?? id, async () => {
      try {
        if (row.attempts >= this.mostAttempts(row)) await this.giveUp(row);
        else if (await this.begin(row)) await this.attempt(row);
      } catch (error) {
        this.logs.log.error({ outboxId: id, err: error as Error }, 'the outbox cannot be reached');
      }
    });
  }

  /** Runs every row that is due now, and the rows that they lead to. Answers the messages of failed ones. */
  async runAllDue(): Promise<string[]> {
    const failures: string[] = [];
    for (;;) {
      const due = await this.database.read.find(OutboxRow, {
        where: this.free().map((free) => ({ ...free, dueAt: LessThanOrEqual(this.clock.now()) })),
        order: { dueAt: 'ASC', id: 'ASC' },
      });
      if (!due.length) return failures;
      for (const { id } of due) {
        await this.run(id);
        const { error } = await this.database.read.findOneByOrFail(OutboxRow, { id });
        if (error !== null) failures.push(error);
      }
    }
  }

  /** Waiting runs without a process: this one, or all. */
  private free(id?: string): FindOptionsWhere<OutboxRow>[] {
    const waiting = { state: 'waiting' as const, ...(id && { id }) };
    return [
      { ...waiting, attemptId: IsNull() },
      { ...waiting, claimedUntil: LessThan(this.clock.now()) },
    ];
  }

  private mostAttempts({ job }: OutboxRow): number {
    return this.directory.jobNamed(job)?.attempts ?? defaultAttempts;
  }

  /**
   * Counts the attempt before it is made, so that one that kills its process counts too. Answers whether this process
   * has it.
   */
  private async begin(row: OutboxRow): Promise<boolean> {
    row.attemptId = newId();
    row.attempts += 1;
    return this.update(this.free(row.id), {
      attemptId: row.attemptId,
      attempts: row.attempts,
      claimedUntil: this.leaseEnd(),
    });
  }

  private async attempt(row: OutboxRow): Promise<void> {
    const started = performance.now();
    const heart = setInterval(() => void this.renew(row), renewMs);
    try {
      const job = this.directory.jobNamed(row.job);
      const handler = this.directory.handlerOf(row.job);
      if (!job || !handler) throw new Error(`Nobody here does ${row.job}`);
      await handler.run(job.payload.parse(row.payload), { id: row.id });
      await this.update({ id: row.id }, { ...this.atItsEnd(row, 'done'), error: null });
      this.logs.log.info({ job: row.job, outboxId: row.id, ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      await (error instanceof NotYet ? this.putOff(row, error) : this.writeDown(row, error as Error));
    } finally {
      clearInterval(heart);
    }
  }

  /** A lease that cannot be renewed ends by itself, and the run is taken up again: handlers may run twice. */
  private async renew({ id, attemptId }: OutboxRow): Promise<void> {
    await this.update(
      { id, state: 'waiting', attemptId: attemptId as string },
      { claimedUntil: this.leaseEnd() },
    ).catch((error: Error) =>
      this.logs.log.warn({ outboxId: id, err: error }, 'the lease of a job could not be renewed'),
    );
  }

  private async putOff({ id, attemptId, attempts }: OutboxRow, { until }: NotYet): Promise<void> {
    const later = { dueAt: until, claimedUntil: null, attemptId: null, attempts: attempts - 1 };
    await this.update({ id, state: 'waiting', attemptId: attemptId as string }, later);
  }

  private async writeDown(row: OutboxRow, error: Error): Promise<void> {
    const { attempts, attemptId } = row;
    const stopped = attempts >= this.mostAttempts(row) || error instanceof NotWorthRetrying;
    this.logs.log.warn({ job: row.job, outboxId: row.id, attempts, stopped, err: error }, 'job failed');
    const again = {
      dueAt: new Date(this.clock.now().getTime() + 1000 * 4 ** attempts),
      claimedUntil: null,
      attemptId: null,
    };
    const change = { ...(stopped ? this.atItsEnd(row, 'stopped') : again), error: error.message };
    await this.update({ id: row.id, state: 'waiting', attemptId: attemptId as string }, change);
  }

  /** The state of a run that is not tried again: a daily one waits for tomorrow. */
  private atItsEnd({ job }: OutboxRow, state: 'done' | 'stopped') {
    const nobody = { claimedUntil: null, attemptId: null };
    if (!this.directory.jobNamed(job)?.daily) return { ...nobody, state };
    return { ...nobody, attempts: 0, dueAt: new Date(this.clock.now().getTime() + dayMs) };
  }

  /** Its last attempt neither failed nor ended: its process was gone once more. */
  private async giveUp(row: OutboxRow): Promise<void> {
    const fault = new Error(`Begun ${row.attempts} times, and each time its process ended before it did.`);
    const attemptId = newId();
    // Another process may still be at the last attempt: then nothing is recorded yet.
    if (!(await this.update(this.free(row.id), { attemptId, claimedUntil: this.leaseEnd() }))) return;
    this.logs.log.error({ job: row.job, outboxId: row.id, attempts: row.attempts }, 'job takes its process along');
    const job = this.directory.jobNamed(row.job);
    if (job) await this.directory.handlerOf(row.job)?.gaveUp?.(job.payload.parse(row.payload), fault);
    const stopped = { state: 'stopped', attemptId: null, claimedUntil: null, error: fault.message } as const;
    await this.update({ id: row.id, state: 'waiting', attemptId }, stopped);
  }

  private async update(
    where: FindOptionsWhere<OutboxRow> | FindOptionsWhere<OutboxRow>[],
    change: QueryDeepPartialEntity<OutboxRow>,
  ): Promise<boolean> {
    const { affected } = await this.transaction.run((tx) => tx.manager.update(OutboxRow, where, change));
    return affected === 1;
  }

  private leaseEnd(): Date {
    return leaseFrom(this.clock.now());
  }
}
