import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { migrations } from '../../migrations';
import { databaseFile } from '../platform/config/config';
import { dataSourceOptions, newDataSource } from '../platform/database/data-source';

/**
 * Databases with every migration applied. The migrations run once in a run, and their result is kept in a folder of the
 * run; each test application gets a copy. Two processes that make it at the same time make the same.
 */
const folderOfRun = () => (process.env['LIBRETTO_TEST_RUN'] ??= mkdtempSync(join(tmpdir(), 'libretto-run-')));

/** Puts a migrated SQLite database into a data folder. */
export async function migratedSqliteIn(dataFolder: string): Promise<void> {
  const kept = join(folderOfRun(), databaseFile);
  if (!existsSync(kept)) {
    const scratch = mkdtempSync(join(tmpdir(), 'libretto-migrated-'));
    await migrateOnce({ dataFolder: scratch });
    renameSync(join(scratch, databaseFile), kept);
    rmSync(scratch, { recursive: true });
  }
  copyFileSync(kept, join(dataFolder, databaseFile));
}

/** Turns an empty database on MariaDB into a migrated one. */
export async function migrateByCopy(url: string): Promise<void> {
  const kept = join(folderOfRun(), 'mariadb.json');
  if (existsSync(kept)) {
    await inDatabase(url, async (query) => {
      for (const statement of ['SET foreign_key_checks = 0', ...(JSON.parse(readFileSync(kept, 'utf8')) as string[])])
        await query(statement);
    });
    return;
  }
  await migrateOnce({ dataFolder: '', databaseUrl: url });
  writeFileSync(`${kept}-${process.pid}`, JSON.stringify(await inDatabase(url, statementsThatMake)));
  renameSync(`${kept}-${process.pid}`, kept);
}

async function migrateOnce(where: { dataFolder: string; databaseUrl?: string }): Promise<void> {
  const source = newDataSource(
    await dataSourceOptions({ databaseUrl: undefined, demo: true, ...where }, { migrations, entities: [] }),
  );
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
}

type Query = (statement: string) => Promise<RowDataPacket[]>;

async function inDatabase<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const connection = await createConnection(url);
  try {
    return await work(async (statement) => (await connection.query<RowDataPacket[]>(statement))[0]);
  } finally {
    await connection.end();
  }
}

/**
 * The tables, their triggers, and the list of migrations that ran: no migration leaves other rows in an empty database.
 */
async function statementsThatMake(query: Query): Promise<string[]> {
  const statements: string[] = [];
  for (const row of await query('SHOW TABLES')) {
    const [made] = await query(`SHOW CREATE TABLE ${Object.values(row)[0]}`);
    statements.push(made?.['Create Table']);
  }
  for (const { Trigger: trigger } of await query('SHOW TRIGGERS')) {
    const [made] = await query(`SHOW CREATE TRIGGER ${trigger}`);
    statements.push(made?.['SQL Original Statement']);
  }
  for (const { timestamp, name } of await query('SELECT timestamp, name FROM migrations ORDER BY id'))
    statements.push(`INSERT INTO migrations (timestamp, name) VALUES (${timestamp}, '${name}')`);
  return statements;
}
