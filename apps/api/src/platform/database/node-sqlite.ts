import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/**
 * Node's own SQLite in the shape that TypeORM's `better-sqlite3` driver calls, so that the embedded form needs no
 * native package.
 */
export class NodeSqlite {
  private readonly db: DatabaseSync;

  constructor(file: string, options: { readonly?: boolean; timeout?: number }) {
    this.db = new DatabaseSync(file, { readOnly: options.readonly ?? false, timeout: options.timeout ?? 5000 });
  }

  pragma(text: string) {
    return this.db.prepare(`PRAGMA ${text}`).all();
  }

  prepare(sql: string) {
    // A transaction that begins by reading could not become a writer beside another process's: it takes the lock at
    // once.
    const statement: StatementSync = this.db.prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
    return {
      reader: statement.columns().length > 0,
      all: (...values: SQLInputValue[]) => statement.all(...values).map((row) => ({ ...row })),
      run: (...values: SQLInputValue[]) => statement.run(...values),
    };
  }

  exec(sql: string) {
    this.db.exec(sql);
  }

  close() {
    this.db.close();
  }
}
