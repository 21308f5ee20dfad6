import type { QueryRunner } from 'typeorm';
import { isSqlite } from './data-source';

/**
 * A trigger that notes in the same transaction which rows of a table changed, so that rows elsewhere that are derived from
 * them can be renewed. SQLite drops it with its table when TypeORM builds the table anew, as it drops a guard: a migration
 * that changes the columns of such a table creates the followers again. The spec of the derived rows fails where one is
 * missing.
 */
export interface Follower {
  readonly after: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly of: string;
  /** The changes that count, as SQL over `OLD` and `NEW`; without it, all of them. */
  readonly when?: string;
  /** The columns of the note, each with its value in SQL. */
  readonly notes: Readonly<Record<string, string>>;
}

export async function createFollowers(
  runner: QueryRunner,
  into: string,
  followers: Readonly<Record<string, Follower>>,
): Promise<void> {
  for (const [name, { after, of, when, notes }] of Object.entries(followers)) {
    const head = `CREATE TRIGGER ${name} AFTER ${after} ON ${runner.connection.driver.escape(of)} FOR EACH ROW`;
    const note = `INSERT INTO ${into} (${Object.keys(notes).join(', ')}) VALUES (${Object.values(notes).join(', ')});`;
    await runner.query(
      isSqlite(runner.connection)
        ? `${head} ${when ? `WHEN ${when} ` : ''}BEGIN ${note} END`
        : `${head} ${when ? `IF ${when} THEN ${note} END IF` : note.replace(';', '')}`,
    );
  }
}

export async function dropFollowers(runner: QueryRunner, followers: Readonly<Record<string, Follower>>): Promise<void> {
  for (const name of Object.keys(followers)) await runner.query(`DROP TRIGGER ${name}`);
}
