import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { idOf } from '../database/new-id';
import { Transaction } from '../database/transaction';
import { ProcessLog } from '../log/process-log';
import { InProcess, queueWorker, ToQueue } from './carriers';
import { definedJobs } from './job';
import { JobRunner } from './job-runner';
import { Relay } from './relay';

/** Starts the jobs: in this process without Redis, else over the queue. */
@Injectable()
export class JobEngine implements BeforeApplicationShutdown {
  private stops: (() => Promise<unknown>)[] = [];

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
    private readonly logs: ProcessLog,
  ) {}

  /** Whether another process runs the jobs of this one. */
  get hasWorkers(): boolean {
    return this.config.redisUrl !== undefined;
  }

  /** Starts the relay, and the carrier or queue that runs the jobs. */
  start(): void {
    const planned = this.planDaily();
    if (this.config.redisUrl) this.startQueue(this.config.redisUrl);
    else this.startInProcess();
    this.stops.push(() => planned);
  }

  /** Each daily job has one permanent row, whose id every process derives from the name of the job. */
  private async planDaily(): Promise<void> {
    const daily = definedJobs().filter((job) => job.daily);
    await this.transaction
      .run((tx) => tx.plan(daily.map((job) => ({ job, payload: {}, id: idOf(job.name) }))))
      .catch((error: Error) => this.logs.log.error({ err: error }, 'the daily jobs could not be planned'));
  }

  private startInProcess(): void {
    const carrier = new InProcess(this.runner);
    const relay = this.startRelay(carrier);
    carrier.whenRoom(() => relay.wake());
    this.stops.push(
      () => relay.stop(),
      () => carrier.finish(),
    );
  }

  private startQueue(url: string): void {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', (error) => this.logs.log.warn({ err: error }, 'redis cannot be reached'));
    const carrier = new ToQueue(redis, this.logs.log);
    const worker: Worker = queueWorker(redis, this.runner, this.logs.log);
    const relay = this.startRelay(carrier);
    this.stops.push(
      () => relay.stop(),
      () => worker.close(),
      () => carrier.finish(),
      async () => redis.disconnect(),
    );
  }

  private startRelay(carrier: ConstructorParameters<typeof Relay>[3]): Relay {
    const relay = new Relay(this.database, this.clock, this.logs.log, carrier);
    this.transaction.onJobs(() => relay.wake());
    relay.start();
    return relay;
  }

  /** The subject of the rows, for screen readers, which otherwise read several equal buttons. */
  async stop(): Promise<void> {
    const stops = this.stops;
    this.stops = [];
    for (const stop of stops) await stop();
  }

  /** Runs on shutdown before the database connection ends, since work that has begun still needs it. */
  beforeApplicationShutdown(): Promise<void> {
    return this.stop();
  }
}
