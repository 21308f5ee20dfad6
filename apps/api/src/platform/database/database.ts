import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { currentRequest } from '../log/request-context';
import { askedAtOnce } from './asked-at-once';
import { Fifo } from './fifo';
import { atReadCommitted, isSqlite, newDataSource } from './data-source';
import { NodeSqlite } from './node-sqlite';
import { keyOfRows, type Rows, type RowsRead } from './read-together';
import { type SlowStatement, StatementLog } from './statement-log';

/** The transaction of the running code. */
interface Running {
  readonly manager: EntityManager;
  /** The tables that it has written to so far. */
  readonly written: Set<string>;
  isOpen: boolean;
}

const writing = /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+[`"]?(\w+)/i;

/**
 * The database of the product: queries read from `read`, commands write inside `Transaction`. Inside a transaction,
 * `read` is its connection for every caller: queries see what it wrote, and wait for nobody else. Outside, on SQLite,
 * `read` is a connection of its own that sees committed rows only, because TypeORM gives every caller the same
 * connection: a query would land inside somebody's open transaction. Elsewhere it is a pool of its own: a command that
 * reads while it holds a lock must not wait for connections of others who wait for that lock.
 */
export class Database {
  private readonly log: StatementLog;

  private constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    const connect = reader.createQueryRunner.bind(reader);
    reader.createQueryRunner = (mode) => {
      if (this.open)
        throw new Error('Ask `read` anew within a transaction: one that was taken before does not see it.');
      return connect(mode);
    };
    const { logger } = writer.options;
    if (!(logger instanceof StatementLog)) throw new Error('The statements of every connection go to a StatementLog.');
    logger.onStatement = (sql) => {
      const [, table] = (this.open && writing.exec(sql)) ?? [];
      if (table) this.open?.written.add(table);
    };
    this.log = logger;
  }

  static async over(writer: DataSource): Promise<Database> {
    if (!isSqlite(writer)) atReadCommitted(writer);
    const own = isSqlite(writer) ? { readonly: true, enableWAL: false } : {};
    const reader = newDataSource({ ...writer.options, ...own, migrations: [] } as typeof writer.options);
    return new Database(writer, await reader.initialize());
  }

  private readonly oneWriter = new Fifo();
  private readonly running = new AsyncLocalStorage<Running | null>();

  get read(): EntityManager {
    return this.open?.manager ?? this.reader.manager;
  }

  /**
   * The rows of this kind. What a request asks for in one turn of the event loop is one statement, whoever in it asks; so
   * ask with `Promise.all` for what does not depend on each other. What a question has asked is not asked `once` more.
   */
  async rows<Row>(kind: Rows<Row>): Promise<Row[]> {
    const manager = this.read;
    const by = this.open ?? currentRequest() ?? {};
    const cells = await this.once(keyOfRows(kind, manager), () => askedAtOnce(manager, by, kind));
    return kind.rowsFrom(cells, manager);
  }

  /** The rows of several kinds at once; a kind that is `null` is not read, and has none. */
  async together<Kinds extends Record<string, Rows<unknown> | null>>(kinds: Kinds): Promise<RowsRead<Kinds>> {
    const read = Object.entries(kinds).map(async ([name, kind]) => [name, kind ? await this.rows(kind) : []] as const);
    return Object.fromEntries(await Promise.all(read)) as RowsRead<Kinds>;
  }

  /**
   * Reads what a question needs in several places once: who asks, the rows that its addresses name. It is remembered
   * until the question is answered, or until a transaction of it ends; inside a transaction it is read each time. `key`
   * names what is read, with its ids.
   */
  once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const remembered = this.open ? undefined : currentRequest()?.remembered;
    if (!remembered) return ask();
    const known = remembered.get(key) as Promise<T> | undefined;
    const answer = known ?? ask();
    if (!known) remembered.set(key, answer);
    return answer;
  }

  /** Code that was begun inside a transaction and outlives it reads committed rows, like everybody outside. */
  private get open(): Running | null {
    const running = this.running.getStore();
    return running?.isOpen ? running : null;
  }

  /** Inside a transaction, reads the state from before it. */
  beforehand<T>(ask: (read: EntityManager) => Promise<T>): Promise<T> {
    return this.running.run(null, () => ask(this.read));
  }

  get isSqlite(): boolean {
    return isSqlite(this.writer);
  }

  /**
   * Runs `work` in one transaction: on SQLite one after the other, elsewhere at READ COMMITTED with row locks.
   * Transactions do not nest: on SQLite the inner one would wait for itself, elsewhere for the outer one's locks, and
   * it would stay if the outer one is undone.
   */
  async inTransaction<T>(work: (manager: EntityManager, written: ReadonlySet<string>) => Promise<T>): Promise<T> {
    if (this.open) throw new Error('A transaction is running: pass its `tx` to what is part of it.');
    const run = (manager: EntityManager) => this.within({ manager, written: new Set(), isOpen: true }, work);
    return this.isSqlite ? this.oneWriter.run(() => this.writer.transaction(run)) : this.writer.transaction(run);
  }

  private async within<T>(
    running: Running,
    work: (manager: EntityManager, written: ReadonlySet<string>) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.running.run(running, () => work(running.manager, running.written));
    } finally {
      running.isOpen = false;
      currentRequest()?.remembered?.clear();
    }
  }

  /** Calls `listener` after each statement that was slow, where statements are timed. */
  onSlow(listener: (statement: SlowStatement) => void): void {
    this.log.onSlow = listener;
  }

  /**
   * Throws if the database cannot be used: down, damaged, or not the one that this process migrated. A SQLite file is
   * opened anew, because the open connection would go on with a file that was deleted or overwritten.
   */
  async check(): Promise<void> {
    const counted = 'SELECT COUNT(*) AS applied FROM migrations';
    const applied = this.isSqlite
      ? countedIn(String(this.reader.options.database), counted)
      : Number((await this.reader.query(counted))[0].applied);
    if (applied < this.writer.migrations.length) throw new Error('The database lacks migrations of this version.');
  }

  /** Closes the connection that this class opened; Nest closes the other. */
  async close(): Promise<void> {
    if (this.reader.isInitialized) await this.reader.destroy();
  }
}

function countedIn(file: string, sql: string): number {
  const opened = new NodeSqlite(file, { readonly: true });
  try {
    return Number(opened.prepare(sql).all()[0]?.['applied']);
  } finally {
    opened.close();
  }
}
