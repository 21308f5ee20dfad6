import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Lock, Locker } from '@tus/server';
import { Clock } from '../../clock/clock';
import { newId } from '../../database/new-id';
import { Transaction } from '../../database/transaction';
import { ArrivingFile } from './arriving-file.entity';

/** A request that has stood still for so long has lost its place to the next one: its browser may be gone. */
const heldMs = 20_000;
const renewedMs = 10_000;
const waitedMs = 4000;

/** As tus and its clients say it: try again. */
const taken = { status_code: 423, body: 'The upload is being written to by another request.\n' };

/** One request at a time writes to a file that arrives, whichever process has it. */
@Injectable()
export class ArrivalLeases implements Locker {
  private readonly held = new Map<string, { by: string; until: number; cancel: () => void }>();

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  newLock(id: string): Lock {
    const by = newId();
    return {
      lock: async (_signal, cancel) => {
        for (let waited = 0; !(await this.take(id, by)); waited += 200) {
          if (waited >= waitedMs) throw taken;
          this.held.get(id)?.cancel();
          await pause(200);
        }
        this.held.set(id, { by, until: this.clock.now().getTime() + heldMs, cancel: () => void cancel() });
      },
      unlock: async () => {
        if (this.held.get(id)?.by === by) this.held.delete(id);
        await this.set(id, by, { heldBy: null, heldUntil: null });
      },
    };
  }

  /** Work that no other request runs beside. */
  async while<T>(id: string, work: () => Promise<T>): Promise<T> {
    const lock = this.newLock(id);
    await lock.lock(new AbortController().signal, () => undefined);
    try {
      return await work();
    } finally {
      await lock.unlock();
    }
  }

  /** Whoever writes says so with each piece, and stops where the place is lost. */
  async keep(id: string): Promise<void> {
    const own = this.held.get(id);
    const now = this.clock.now().getTime();
    if (!own || now >= own.until) throw taken;
    if (own.until - now > heldMs - renewedMs) return;
    own.until = now + heldMs;
    if (!(await this.set(id, own.by, { heldUntil: new Date(own.until) }))) throw taken;
  }

  private async take(id: string, by: string): Promise<boolean> {
    const now = this.clock.now();
    const { affected } = await this.transaction.run((tx) =>
      tx.manager
        .createQueryBuilder()
        .update(ArrivingFile)
        .set({ heldBy: by, heldUntil: new Date(now.getTime() + heldMs) })
        .where('id = :id AND (heldUntil IS NULL OR heldUntil <= :now)', { id, now })
        .execute(),
    );
    return affected === 1;
  }

  private async set(id: string, heldBy: string, change: Partial<ArrivingFile>): Promise<boolean> {
    const { affected } = await this.transaction.run((tx) => tx.manager.update(ArrivingFile, { id, heldBy }, change));
    return affected === 1;
  }
}
