import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';
import { Clock } from '../clock/clock';
import { notFound } from '../refusals/refused';
import { Database } from './database';
import { isWorthRetrying } from './errors';
import { OutboxRow } from './outbox-row.entity';
import { newRun, type Work } from './work';

const tries = 6;

/** Reacts to an event inside the transaction that stored it, so that both are committed or neither is. */
export interface Reaction<E> {
  react(event: E, tx: Tx): Promise<void>;
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
  private readonly atTheEnd: { tables: ReadonlySet<string>; follow: (tx: Tx) => Promise<void> }[] = [];

  constructor(
    private readonly database: Database,
    private readonly board: EventBoard,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in one transaction, again from the start if the database asks for it: keep effects inside `tx`. */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [answer, done] = await this.database.inTransaction(async (manager, written) => {
          const tx = new Tx(manager, written, this.database.isSqlite, this.board, this.clock);
          await this.condition.getStore()?.(tx);
          const result = await work(tx);
          for (const { tables, follow } of this.atTheEnd) if (!tables.isDisjointFrom(written)) await follow(tx);
          await tx.storeRuns();
          return [result, tx] as const;
        });
        if (done.hasAskedForJobs) for (const listener of this.afterCommit) listener();
        done.isCommitted();
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

  /**
   * Calls `follow` before each commit that wrote to one of these tables, after everything else: derived rows change with
   * their sources, or nothing changes.
   */
  beforeCommitOf(tables: readonly string[], follow: (tx: Tx) => Promise<void>): void {
    this.atTheEnd.push({ tables: new Set(tables), follow });
  }

  /** Calls `listener` after each commit that asked for jobs. */
  onJobs(listener: () => void): void {
    this.afterCommit.push(listener);
  }
}

/** An open transaction. */
export class Tx {
  hasAskedForJobs = false;
  /** The runs that were asked for so far: one statement stores all of them. */
  private readonly runs: OutboxRow[] = [];

  private readonly locked = new Map<unknown, Map<string, unknown>>();
  private readonly following: (() => void)[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly written: ReadonlySet<string>,
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

  /** The same query, which locks every row that it reads until the end. */
  locking<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
    return this.isSqlite ? query : query.setLock('pessimistic_write');
  }

  /** The same query, whose rows nobody changes until the end; others may hold them too. */
  holding<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
    return this.isSqlite ? query : query.setLock('pessimistic_read');
  }

  /** The row with this id, which nobody changes until the end; others may hold it too. `null` if there is none. */
  hold<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, id: string): Promise<E | null> {
    return this.manager.findOne(entity, {
      where: { id } as FindOptionsWhere<E>,
      ...(this.isSqlite ? {} : { lock: { mode: 'pessimistic_read' } }),
    });
  }

  /**
   * Locks the rows with these ids. Several parts of a change may each lock what they read; rows that are locked are not
   * read again, unless their table was written to.
   */
  async lockByIds<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    ids: readonly string[],
  ): Promise<E[]> {
    const locked = this.lockedOf(entity);
    const isFresh = !this.written.has(this.manager.connection.getMetadata(entity).tableName);
    if (isFresh && ids.every((id) => locked.has(id))) {
      const wanted = [...new Set(ids)].sort();
      return wanted.map((id) => locked.get(id) as E);
    }
    return this.remember(entity, await this.lockAll(entity, { id: In([...ids]) } as FindOptionsWhere<E>));
  }

  /** Remembers that these rows are locked, for `lockByIds`. */
  remember<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, rows: E[]): E[] {
    const locked = this.lockedOf(entity);
    for (const row of rows) locked.set(row.id, row);
    return rows;
  }

  private lockedOf(entity: unknown): Map<string, unknown> {
    const locked = this.locked.get(entity) ?? new Map<string, unknown>();
    this.locked.set(entity, locked);
    return locked;
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

  /**
   * Stores rows over those with the same values in these columns, a unique key of the table; such a row keeps its id.
   * One statement, whether they are new or not.
   */
  async put<E extends ObjectLiteral & { id: string }>(
    entity: EntityTarget<E>,
    key: (keyof E & string)[],
    ...rows: E[]
  ): Promise<void> {
    const columns = this.manager.connection.getMetadata(entity).columns.map(({ propertyName }) => propertyName);
    const changing = columns.filter((column) => column !== 'id' && !key.includes(column));
    for (let from = 0; from < rows.length; from += 500)
      await this.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(rows.slice(from, from + 500) as never)
        .orUpdate(changing, key)
        .execute();
  }

  /** Stores rows that were read and changed in this transaction. One statement each. */
  async save(...rows: (ObjectLiteral & { id: string })[]): Promise<void> {
    for (const row of rows) {
      const { target, columns } = this.manager.connection.getMetadata(row.constructor);
      const names = columns.filter(({ isPrimary }) => !isPrimary).map(({ propertyName }) => propertyName);
      const values = Object.fromEntries(names.map((name) => [name, row[name] as unknown]));
      const { affected } = await this.manager.update(target, { id: row.id }, values);
      if (!affected) throw new Error(`A new row is inserted, not saved: ${row.constructor.name}`);
    }
  }

  /** Publishes an event: reactions run now, and its jobs are stored in this commit. */
  async publish(event: object): Promise<void> {
    for (const reaction of this.board.reactionsTo(event)) await reaction.react(event, this);
    this.runs.push(...this.board.runsAfter(event).map((run) => newRun(run, this.clock.now())));
  }

  /** Calls `follow` once all of this is committed: for what may get lost when a process ends just then. */
  afterCommit(follow: () => void): void {
    this.following.push(follow);
  }

  isCommitted(): void {
    for (const follow of this.following) follow();
  }

  /** Asks for one run of a job, at once or at `dueAt`. */
  async enqueue<Payload>(job: Work<Payload>, payload: Payload, { dueAt }: { dueAt?: Date } = {}): Promise<void> {
    this.runs.push(newRun({ job: job as Work, payload }, this.clock.now(), dueAt));
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
  async plan<Payload>(runs: { id: string; job: Work<Payload>; payload: Payload; dueAt?: Date }[]): Promise<void> {
    this.hasAskedForJobs ||= runs.length > 0;
    const now = this.clock.now();
    await this.insertMissing(
      OutboxRow,
      runs.map(({ id, job, payload, dueAt }) => ({ ...newRun({ job: job as Work, payload }, now, dueAt), id })),
    );
  }

  /** Stores the runs that were asked for: the last statement before the commit. */
  async storeRuns(): Promise<void> {
    this.hasAskedForJobs ||= this.runs.length > 0;
    await this.insert(OutboxRow, this.runs);
  }
}
