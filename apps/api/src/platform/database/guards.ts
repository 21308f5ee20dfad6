import type { QueryRunner } from 'typeorm';
import { isSqlite } from './data-source';

/**
 * A refusal by the database itself, where a CHECK is not enough: a trigger that looks at the row before it is written.
 * A migration that changes the columns of a guarded table drops the table's guards first and puts them back: TypeORM
 * rebuilds such a table on SQLite, and the triggers go with the old one.
 */
export interface Guard {
  readonly before: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly of: string;
  /** The condition of the refusal: SQL over `OLD` and `NEW` that SQLite, MariaDB and MySQL understand alike. */
  readonly when: string;
  /** The reason, for the log. */
  readonly says: string;
}

export async function createGuards(runner: QueryRunner, guards: Record<string, Guard>): Promise<void> {
  for (const [name, { before, of, when, says }] of Object.entries(guards)) {
    const head = `CREATE TRIGGER ${name} BEFORE ${before} ON ${runner.connection.driver.escape(of)} FOR EACH ROW`;
    await runner.query(
      isSqlite(runner.connection)
        ? `${head} WHEN ${when} BEGIN SELECT RAISE(ABORT, '${says}'); END`
        : `${head} IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${says}'; END IF`,
    );
  }
}

export async function dropGuards(runner: QueryRunner, guards: Record<string, Guard>): Promise<void> {
  for (const name of Object.keys(guards)) await runner.query(`DROP TRIGGER ${name}`);
}

/** SQL that is true if an update changes one of these columns. */
export const changes = (...columns: string[]): string =>
  `(${columns.map((name) => `OLD.${name} <> NEW.${name} OR (OLD.${name} IS NULL) <> (NEW.${name} IS NULL)`).join(' OR ')})`;
