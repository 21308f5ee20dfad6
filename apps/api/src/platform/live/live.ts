import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { refuse } from '@libretto/domain';
import { Redis } from 'ioredis';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import { newId } from '../database/new-id';
import { ProcessLog } from '../log/process-log';
import { Refused } from '../refusals/refused';

/** Hears that something about its topic was changed; after `ended` it hears nothing more. */
export interface Listener {
  changed(): void;
  /** Something passing that another process said: nobody can ask for it afterwards. */
  said?(words: string): void;
  ended(): void;
}

const channel = 'libretto-live';
const secondsToConnect = 3;

/**
 * Tells listeners that something was changed, once it is committed, in every process of the installation: over Redis, or
 * within the one process where there is none. It tells no more than that: who hears it asks what is there now, as far as
 * they may read it, so nothing is lost that was told while nobody listened.
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly origin = newId();
  private publisher: Redis | undefined;
  private subscriber: Promise<Redis> | undefined;

  constructor(
    private readonly config: Config,
    private readonly logs: ProcessLog,
  ) {}

  /** Tells it once this transaction is committed; if it is undone, nobody hears of it. */
  tellAfter(tx: Tx, topic: string): void {
    tx.afterCommit(() => this.tell(topic));
  }

  /** Answers how to stop. Refuses with `common.unavailable` where it could not be heard what other processes tell. */
  async listen(topic: string, listener: Listener): Promise<() => void> {
    await this.hearOthers();
    const listening = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listening.add(listener));
    return () => {
      listening.delete(listener);
      if (!listening.size && this.listeners.get(topic) === listening) this.listeners.delete(topic);
    };
  }

  onApplicationShutdown(): void {
    this.publisher?.disconnect();
    void this.subscriber?.then((redis) => redis.disconnect());
  }

  /** Says something that is true for a moment, to the listeners of the other processes: where somebody's cursor is. */
  sayToOthers(topic: string, words: string): void {
    this.publish(topic, words);
  }

  private tell(topic: string): void {
    this.hear(topic);
    this.publish(topic);
  }

  private publish(topic: string, words = ''): void {
    if (!this.config.redisUrl) return;
    this.publisher ??= this.connect(this.config.redisUrl);
    // Their listeners end when Redis does, and ask for themselves: what cannot be sent need not be kept.
    this.publisher.publish(channel, `${this.origin} ${topic} ${words}`).catch(() => undefined);
  }

  private hear(topic: string, words = ''): void {
    for (const listener of this.listeners.get(topic) ?? [])
      if (words) listener.said?.(words);
      else listener.changed();
  }

  private async hearOthers(): Promise<void> {
    const { redisUrl } = this.config;
    if (!redisUrl) return;
    this.subscriber ??= this.subscribed(redisUrl);
    await this.subscriber.catch(() => {
      this.subscriber = undefined;
      throw new Refused(refuse('common.unavailable'));
    });
  }

  private async subscribed(redisUrl: string): Promise<Redis> {
    const redis = this.connect(redisUrl);
    redis.on('message', (_, message: string) => {
      const [origin, topic = '', ...words] = message.split(' ');
      if (origin !== this.origin) this.hear(topic, words.join(' '));
    });
    try {
      await redis.subscribe(channel);
    } catch (error) {
      redis.disconnect();
      throw error;
    }
    redis.once('close', () => {
      redis.disconnect();
      this.endAll();
    });
    return redis;
  }

  /** What was told meanwhile may be lost: listeners begin anew, or ask at intervals. */
  private endAll(): void {
    this.subscriber = undefined;
    const all = [...this.listeners.values()].flatMap((listening) => [...listening]);
    this.listeners.clear();
    for (const listener of all) listener.ended();
  }

  private connect(redisUrl: string): Redis {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, connectTimeout: secondsToConnect * 1000 });
    redis.on('error', (error) => this.logs.log.warn({ err: error }, 'redis cannot be reached: nothing is live'));
    return redis;
  }
}
