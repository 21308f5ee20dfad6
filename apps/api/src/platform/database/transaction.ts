import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral } from 'typeorm';
import type * as z from 'zod/mini';
import { Clock } from '../clock/clock';
import { currentRequest } from '../log/request-context';
import { notFound } from '../refusals/refused';
import { Database } from './database';
import { isWorthRetrying } from './errors';
import { newId } from './new-id';
import { OutboxRow } from './outbox-row.entity';

const tries = 6;

/** Reacts to an event inside the transaction that stored it, so that both are committed or neither is. */
export interface Reaction<E> {
  react(event: E, tx: Tx): Promise<void>;
}

/**
 * Work that a change can ask for, as its row in the outbox describes it. `platform/jobs` knows its handler and the
 * events that start it.
 */
export interface Work<Payload = unknown> {
  /** `feature.verb-noun`; it is stored, so it never changes. */
  readonly name: string;
  readonly payload: z.ZodMiniType<Payload>;
  /** The id of the subject of a run, for later queries about its state. */
  readonly about?: (payload: Payload) => string;
}

/** The reactions and jobs of each event. */
export abstract class EventBoard {
  abstract reactionsTo(event: object): readonly Reaction<object>[];
  /** The runs of jobs that an event asks for. */
  abstract runsAfter(event: object): { job: Work; payload: unknown }[];
}

/** The one way to change anything: all of it with its outbox rows, or nothing. */
@Injectable()
export class Transaction {
  private readonly afterCommit: (() => void)[] = [];
  private readonly condition = new AsyncLocalStorage<(tx: Tx) => Promise<void>>();
  private readonly atTheEnd: ((tx: Tx) => Promise<void>)[] = [];

  constructor(
    private readonly database: Database,
    private readonly board: EventBoard,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in one transaction, again from the start if the database asks for it: keep effects inside `tx`. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        let asked = false;
        const answer = await this.database.inTransaction(async (manager) => {
          const tx = new Tx(manager, this.database.isSqlite, this.board, this.clock);
          await this.condition.getStore()?.(tx);
          const result = await work(tx);
          for (const follow of this.atTheEnd) await follow(tx);
          asked = tx.hasAskedForJobs;
          return result;
        });
        if (asked) for (const listener of this.afterCommit) listener();
        return answer;
      } catch (error) {
        if (attempt === tries || !isWorthRetrying(error)) throw error;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Begins each transaction within `work` with `condition`, which takes locks and may refuse. */
  onCondition<T>(condition: (tx: Tx) => Promise<void>, work: () => T): T {
    return this.condition.run(condition, work);
  }

  /** Calls `follow` before each commit, after everything else: derived rows change with their sources, or nothing changes. */
  beforeCommit(follow: (tx: Tx) => Promise<void>): void {
    this.atTheEnd.push(follow);
  }

  /** Calls `listener` after each commit that asked for jobs. */
  onJobs(listener: () => void): void {
    this.afterCommit.push(listener);
  }
}

/** An open transaction. */
export class Tx {
  hasAskedForJobs = false;

  constructor(
    readonly manager: EntityManager,
    private readonly isSqlite: boolean,
    private readonly board: EventBoard,
    private readonly clock: Clock,
  ) {}

  /** The row with this id, locked until the end. Refuses with `common.not-found` if there is none. */
  async lock<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, id: string): Promise<E> {
    const [row] = await this.lockAll(entity, { id } as FindOptionsWhere<E>);
    if (!row) throw notFound();
    return row;
  }

  /** The rows that meet `where`, locked in the order of their ids so that two transactions never wait for each other. */
  async lockAll<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    where: FindOptionsWhere<E> | FindOptionsWhere<E>[],
  ): Promise<E[]> {
    return this.manager.find(entity, {
      where,
      order: { id: 'ASC' } as never,
      // SQLite lets one transaction in at a time: it has the lock already.
      ...(this.isSqlite ? {} : { lock: { mode: 'pessimistic_write' } }),
    });
  }

  /**
   * The row with this id, which nobody changes until the end; others may hold it too. Refuses with `common.not-found`
   * if there is none.
   */
  async hold<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, id: string): Promise<E> {
    // Written out in SQL: TypeORM uses MySQL's form, which MariaDB does not know.
    if (!this.isSqlite)
      await this.manager.query(
        `SELECT id FROM ${this.manager.connection.getMetadata(entity).tableName} WHERE id = ? LOCK IN SHARE MODE`,
        [id],
      );
    const row = await this.manager.findOneBy(entity, { id } as FindOptionsWhere<E>);
    if (!row) throw notFound();
    return row;
  }

  /** Locks the rows with these ids. */
  lockByIds<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, ids: readonly string[]): Promise<E[]> {
    return this.lockAll(entity, { id: In([...ids]) } as FindOptionsWhere<E>);
  }

  /** Stores new rows, in chunks that every database accepts. */
  async insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: Partial<E> | Partial<E>[]): Promise<void> {
    const all = [rows].flat() as Partial<E>[];
    for (let from = 0; from < all.length; from += 500)
      await this.manager.insert(entity, all.slice(from, from + 500) as never);
  }

  /**
   * Stores the rows whose unique keys are not taken yet. The databases' own INSERT IGNORE would also skip rows with
   * broken references, or cut off long values.
   */
  async insertMissing<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, rows: E[]): Promise<void> {
    const unlessKnown = this.isSqlite ? 'ON CONFLICT DO NOTHING' : 'ON DUPLICATE KEY UPDATE id = id';
    for (let from = 0; from < rows.length; from += 500) {
      const chunk = rows.slice(from, from + 500) as never;
      const [insert, values] = this.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(chunk)
        .getQueryAndParameters();
      await this.manager.query(`${insert} ${unlessKnown}`, values);
    }
  }

  /** Stores a new row unless its unique key is taken. Answers whether it was stored. */
  async insertOnce<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, row: E): Promise<boolean> {
    await this.insertMissing(entity, [row]);
    return this.manager.existsBy(entity, { id: row.id } as FindOptionsWhere<E>);
  }

  /** Stores a row that was read and changed in this transaction. */
  async save(...rows: ObjectLiteral[]): Promise<void> {
    await this.manager.save(rows, { transaction: false });
  }

  /** Publishes an event: reactions run now, and its jobs are stored in this commit. */
  async publish(event: object): Promise<void> {
    for (const reaction of this.board.reactionsTo(event)) await reaction.react(event, this);
    await this.ask(this.board.runsAfter(event));
  }

  /** Asks for one run of a job, at once or at `dueAt`. */
  async enqueue<Payload>(job: Work<Payload>, payload: Payload, { dueAt }: { dueAt?: Date } = {}): Promise<void> {
    await this.ask([{ job: job as Work, payload }], dueAt);
  }

  /** Lets a stopped run begin again. Answers whether there was one. */
  async again(runId: string): Promise<boolean> {
    const begin = {
      state: 'waiting' as const,
      attempts: 0,
      dueAt: this.clock.now(),
      claimedUntil: null,
      attemptId: null,
    };
    const { affected } = await this.manager.update(OutboxRow, { id: runId, state: 'stopped' }, begin);
    this.hasAskedForJobs ||= affected === 1;
    return affected === 1;
  }

  /** Asks for runs under fixed ids: existing ones stay as they are. */
  async plan(runs: { id: string; job: Work; payload: unknown }[]): Promise<void> {
    this.hasAskedForJobs ||= runs.length > 0;
    await this.insertMissing(
      OutboxRow,
      runs.map(({ id, ...run }) => ({ ...this.rowOf(run), id })),
    );
  }

  private async ask(runs: { job: Work; payload: unknown }[], dueAt?: Date): Promise<void> {
    if (!runs.length) return;
    this.hasAskedForJobs = true;
    await this.insert(
      OutboxRow,
      runs.map((run) => this.rowOf(run, dueAt)),
    );
  }

  private rowOf({ job, payload }: { job: Work; payload: unknown }, dueAt = this.clock.now()): OutboxRow {
    return {
      id: newId(),
      job: job.name,
      payload: job.payload.parse(payload),
      about: job.about?.(payload) ?? null,
      state: 'waiting',
      requestId: currentRequest()?.requestId ?? null,
      createdAt: this.clock.now(),
      dueAt,
      claimedUntil: null,
      attemptId: null,
      attempts: 0,
      error: null,
    };
  }
}
