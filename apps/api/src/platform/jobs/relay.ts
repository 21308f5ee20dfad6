import { In, IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../clock/clock';
import type { Database } from '../database/database';
import { OutboxRow } from '../database/outbox-row.entity';
import type { Log } from '../log/log';
import { leaseFrom } from './job-runner';

/** The destination of claimed runs: the handlers in this process, or a queue that workers share. */
export interface Carrier {
  /** The number of further runs that it takes now. */
  room(): number;
  carry(ids: string[]): Promise<void>;
}

const idleMs = 250;

/**
 * Takes due runs out of the outbox and hands them on. Any number of relays may work on one outbox: a claim ends unless
 * it is renewed, so runs dropped by a killed process or an emptied queue come round again.
 */
export class Relay {
  private running = false;
  private turn: Promise<void> = Promise.resolve();
  private awake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly carrier: Carrier,
  ) {}

  start(): void {
    this.running = true;
    this.turn = this.go();
  }

  /** Checks the outbox now rather than a moment later. */
  wake(): void {
    this.awake();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.wake();
    await this.turn;
  }

  private async go(): Promise<void> {
    while (this.running) {
      const carried = await this.once().catch((error: Error) => {
        this.log.error({ err: error }, 'the relay could not read the outbox');
        return 0;
      });
      if (!carried && this.running) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      this.awake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Claims due runs, up to the carrier's room, and hands them on. Answers their number. */
  private async once(): Promise<number> {
    const room = this.carrier.room();
    if (room <= 0 || !(await this.anythingDue())) return 0;
    const ids = await this.database.inTransaction(async (manager) => {
      const rows = await manager.find(OutboxRow, {
        select: { id: true },
        where: this.due(),
        order: { dueAt: 'ASC' },
        take: room,
        ...(this.database.isSqlite ? {} : { lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' } }),
      });
      const claimed = rows.map(({ id }) => id);
      // The process that had one of them has not reported: its lease is over.
      const change = { claimedUntil: leaseFrom(this.clock.now()), attemptId: null };
      if (claimed.length) await manager.update(OutboxRow, { id: In(claimed) }, change);
      return claimed;
    });
    if (ids.length) await this.carrier.carry(ids);
    return ids.length;
  }

  private anythingDue(): Promise<boolean> {
    return this.database.read.exists(OutboxRow, { where: this.due() });
  }

  private due() {
    const now = this.clock.now();
    const waiting = { state: 'waiting' as const, dueAt: LessThanOrEqual(now) };
    return [
      { ...waiting, claimedUntil: IsNull() },
      { ...waiting, claimedUntil: LessThan(now) },
    ];
  }
}
