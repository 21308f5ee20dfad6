import type { QueryRunner } from 'typeorm';
import { isSqlite } from './data-source';

/**
 * A trigger that notes in the same transaction which rows of a table changed, so that rows elsewhere that are derived from
 * them can be renewed. SQLite drops it with its table when TypeORM builds the table anew, as it drops a guard: a migration
 * that changes the columns of such a table creates the followers again. The spec of the migrations fails where one is
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
  const keepers = Object.entries(followers).map(([name, { notes, ...follower }]) => {
    const does = `INSERT INTO ${into} (${Object.keys(notes).join(', ')}) VALUES (${Object.values(notes).join(', ')})`;
    return [name, { ...follower, does }] as const;
  });
  await createKeepers(runner, Object.fromEntries(keepers));
}

/** A trigger that writes derived rows itself, where SQL can say them. What is said of a follower is true of it too. */
export interface Keeper extends Omit<Follower, 'notes'> {
  /** A statement over `OLD` and `NEW`, or several with semicolons between them. */
  readonly does: string;
}

export async function createKeepers(runner: QueryRunner, keepers: Readonly<Record<string, Keeper>>): Promise<void> {
  for (const [name, { after, of, when, does }] of Object.entries(keepers)) {
    const head = `CREATE TRIGGER ${name} AFTER ${after} ON ${runner.connection.driver.escape(of)} FOR EACH ROW`;
    await runner.query(
      isSqlite(runner.connection)
        ? `${head} ${when ? `WHEN ${when} ` : ''}BEGIN ${does}; END`
        : `${head} BEGIN ${when ? `IF ${when} THEN ${does}; END IF` : does}; END`,
    );
  }
}

/** Drops followers and keepers. */
export async function dropFollowers(runner: QueryRunner, followers: Readonly<Record<string, object>>): Promise<void> {
  for (const name of Object.keys(followers)) await runner.query(`DROP TRIGGER ${name}`);
}
