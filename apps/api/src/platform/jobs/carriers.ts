import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from '../log/log';
import type { JobRunner } from './job-runner';
import type { Carrier } from './relay';

/** Runs jobs in this process, a few at a time. */
export class InProcess implements Carrier {
  private readonly running = new Set<Promise<void>>();
  private wakeRelay: () => void = () => undefined;

  constructor(
    private readonly runner: JobRunner,
    private readonly atOnce = 4,
  ) {}

  /** Calls `wake` each time there is room again. */
  whenRoom(wake: () => void): void {
    this.wakeRelay = wake;
  }

  room(): number {
    return this.atOnce - this.running.size;
  }

  async carry(ids: string[]): Promise<void> {
    for (const id of ids) {
      const run = this.runner.run(id).finally(() => {
        this.running.delete(run);
        this.wakeRelay();
      });
      this.running.add(run);
    }
  }

  /** Waits for runs that have begun. */
  async finish(): Promise<void> {
    await Promise.all(this.running);
  }
}

const queueName = 'libretto';

/**
 * Hands runs to the queue that all workers share. BullMQ distributes them; only the outbox row knows whether a run is
 * done.
 */
export class ToQueue implements Carrier {
  private readonly queue: Queue;

  constructor(redis: Redis, log: Log) {
    this.queue = new Queue(queueName, {
      connection: redis,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    this.queue.on('error', (error) => log.error({ err: error }, 'the queue cannot be reached'));
  }

  room(): number {
    return 100;
  }

  async carry(ids: string[]): Promise<void> {
    await this.queue.addBulk(ids.map((id) => ({ name: 'run', data: { id }, opts: { jobId: id } })));
  }

  async finish(): Promise<void> {
    await this.queue.close();
  }
}

/** Takes runs from the shared queue and runs them, `atOnce` side by side. */
export function queueWorker(redis: Redis, runner: JobRunner, log: Log, atOnce = 8): Worker {
  const worker = new Worker<{ id: string }>(queueName, ({ data }) => runner.run(data.id), {
    connection: redis,
    concurrency: atOnce,
  });
  worker.on('error', (error) => log.error({ err: error }, 'the worker cannot reach the queue'));
  return worker;
}
