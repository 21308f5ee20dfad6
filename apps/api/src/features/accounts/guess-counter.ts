import { createHash } from 'node:crypto';
import { refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { Transaction } from '../../platform/database/transaction';
import { Refused } from '../../platform/http/refused';
import { Guess } from './guess.entity';

const windowSeconds = 15 * 60;
const free = 5;

/**
 * Slows down whoever guesses. It counts by address and network address together: a stranger who guesses from
 * elsewhere cannot keep the owner of an account out of it.
 */
@Injectable()
export class GuessCounter {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `common.too-many-requests` while a wait, twice as long after each guess beyond five, is not over. */
  async slowDown(email: string, from: string): Promise<void> {
    const now = this.clock.now().getTime();
    const guesses = await this.database.read.find(Guess, {
      where: { target: targetOf(email, from), at: MoreThan(new Date(now - windowSeconds * 1000)) },
      order: { at: 'DESC' },
      take: free + 10,
    });
    if (guesses.length < free || !guesses[0]) return;
    const wait = Math.min(2 ** (guesses.length - free), windowSeconds);
    const left = Math.ceil((guesses[0].at.getTime() + wait * 1000 - now) / 1000);
    if (left > 0) throw new Refused(refuse('common.too-many-requests', { seconds: left }));
  }

  /** Remembers a wrong guess, and forgets those that no longer count. */
  async remember(email: string, from: string): Promise<void> {
    const at = this.clock.now();
    await this.transaction.run(async (tx) => {
      await tx.insert(Guess, { id: newId(), target: targetOf(email, from), at });
      await tx.manager.delete(Guess, { at: LessThan(new Date(at.getTime() - windowSeconds * 1000)) });
    });
  }
}

const targetOf = (email: string, from: string) => createHash('sha256').update(`${email} ${from}`).digest('hex');
