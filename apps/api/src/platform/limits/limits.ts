import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { refuse } from '@libretto/domain';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config';
import { Refused } from '../refusals/refused';
import { ProcessLog } from '../log/process-log';

/** The most times that something may be done within a time. */
export interface Allowance {
  /** Unique among all allowances. */
  readonly name: string;
  readonly times: number;
  readonly seconds: number;
}

/**
 * Counts actions, so that nobody repeats them too often. All processes of an installation count together, in Redis;
 * without it, or while it cannot be reached, each counts in its own memory.
 */
@Injectable()
export class Limits implements OnApplicationShutdown {
  private readonly redis: Redis | undefined;
  private readonly counters = new Map<string, RateLimiterAbstract>();

  constructor(config: Config, logs: ProcessLog) {
    if (!config.redisUrl) return;
    this.redis = new Redis(config.redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    this.redis.on('error', (error) =>
      logs.log.warn({ err: error }, 'redis cannot be reached: each process counts for itself'),
    );
  }

  /**
   * Counts before the action, so that many at once cannot all pass. Refuses with `common.too-many-requests` and the
   * minutes to wait when `who` has used up the allowance.
   */
  async take(allowance: Allowance, who: string, times = 1): Promise<void> {
    const seconds = await this.tryToTake(allowance, who, times);
    if (seconds > 0) throw new Refused(refuse('common.too-many-requests', { minutes: Math.ceil(seconds / 60) }));
  }

  /** The same without a refusal: the seconds to wait, 0 if the allowance was not used up. */
  async tryToTake(allowance: Allowance, who: string, times = 1): Promise<number> {
    try {
      await this.counterOf(allowance).consume(keyOf(who), times);
      return 0;
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) throw reached;
      return Math.max(1, Math.ceil(reached.msBeforeNext / 1000));
    }
  }

  /** Gives back one count of an action that turned out to be harmless. */
  async giveBack(allowance: Allowance, who: string): Promise<void> {
    await this.counterOf(allowance).reward(keyOf(who));
  }

  /** Sets the count back to zero. */
  async clear(allowance: Allowance, who: string): Promise<void> {
    await this.counterOf(allowance).delete(keyOf(who));
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private counterOf({ name, times, seconds }: Allowance): RateLimiterAbstract {
    const known = this.counters.get(name);
    if (known) return known;
    const options = { keyPrefix: `libretto-limit-${name}`, points: times, duration: seconds };
    const inMemory = new RateLimiterMemory(options);
    const counter = this.redis
      ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: inMemory })
      : inMemory;
    this.counters.set(name, counter);
    return counter;
  }
}

/** Only hashes of addresses are in Redis. */
const keyOf = (who: string) => createHash('sha256').update(who).digest('base64url');
