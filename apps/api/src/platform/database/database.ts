import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { Fifo } from './fifo';
import { isSqlite, newDataSource } from './data-source';
import { NodeSqlite } from './node-sqlite';
import { type SlowStatement, StatementLog } from './statement-log';

/** The transaction of the running code. */
interface Running {
  readonly manager: EntityManager;
  isOpen: boolean;
}

/**
 * The database of the product: queries read from `read`, commands write inside `Transaction`. Inside a transaction,
 * `read` is its connection for every caller: queries see what it wrote, and wait for nobody else. Outside, on SQLite,
 * `read` is a connection of its own that sees committed rows only, because TypeORM gives every caller the same
 * connection: a query would land inside somebody's open transaction. Elsewhere it is a pool of its own: a command that
 * reads while it holds a lock must not wait for connections of others who wait for that lock.
 */
export class Database {
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
  }

  static async over(writer: DataSource): Promise<Database> {
    const own = isSqlite(writer) ? { readonly: true, enableWAL: false } : {};
    const reader = newDataSource({ ...writer.options, ...own, migrations: [] } as typeof writer.options);
    return new Database(writer, await reader.initialize());
  }

  private readonly oneWriter = new Fifo();
  private readonly running = new AsyncLocalStorage<Running | null>();

  get read(): EntityManager {
    return this.open?.manager ?? this.reader.manager;
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
  async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.open) throw new Error('A transaction is running: pass its `tx` to what is part of it.');
    const run = (manager: EntityManager) => this.within({ manager, isOpen: true }, work);
    if (this.isSqlite) return this.oneWriter.run(() => this.writer.transaction(run));
    return this.writer.transaction('READ COMMITTED', run);
  }

  private async within<T>(running: Running, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.running.run(running, () => work(running.manager));
    } finally {
      running.isOpen = false;
    }
  }

  /** Calls `listener` after each statement that was slow, where statements are timed. */
  onSlow(listener: (statement: SlowStatement) => void): void {
    if (this.writer.options.logger instanceof StatementLog) this.writer.options.logger.onSlow = listener;
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
