import { join } from 'node:path';
import type { Pool, PoolConnection } from 'mysql2';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { type Config, databaseFile } from '../config/config';
import { Names } from './names';
import { NodeSqlite } from './node-sqlite';
import { slowFrom, StatementLog } from './statement-log';

type Parts = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/** How TypeORM reaches the database of this installation: the SQLite file, or whatever `DATABASE_URL` names. */
export async function dataSourceOptions(
  config: Pick<Config, 'databaseUrl' | 'dataFolder' | 'demo'>,
  parts: Parts,
): Promise<DataSourceOptions> {
  const shared = {
    ...parts,
    namingStrategy: new Names(),
    logger: new StatementLog(),
    logging: true as const,
    ...(config.demo ? { maxQueryExecutionTime: slowFrom } : {}),
    migrationsTransactionMode: 'each' as const,
  };
  if (config.databaseUrl)
    return {
      ...shared,
      type: await dialectOf(config.databaseUrl),
      url: config.databaseUrl,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      poolSize: 20,
      supportBigNumbers: true,
    };
  return {
    ...shared,
    type: 'better-sqlite3',
    driver: NodeSqlite,
    database: join(config.dataFolder, databaseFile),
    enableWAL: true,
    // A power cut may take the last moment of a demo, which then need not wait for the disk at each change. It never takes a production's.
    prepareDatabase: (database: NodeSqlite) => void database.pragma(`synchronous = ${config.demo ? 'NORMAL' : 'FULL'}`),
  };
}

/** MariaDB and MySQL describe a column's default differently, so the schema check has to know which of them answers. */
async function dialectOf(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<({ version: string } & RowDataPacket)[]>('SELECT VERSION() AS version');
    return /mariadb/i.test(rows[0]?.version ?? '') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

const roomy: Readonly<Record<string, string>> = { text: 'mediumtext', blob: 'mediumblob' };

/** A data source, not yet connected. JSON, long texts and binary data get room for more than MySQL's 64 KB. */
export function newDataSource(options: DataSourceOptions): DataSource {
  const source = new DataSource(options);
  if (!isSqlite(source)) {
    const normalizeType = source.driver.normalizeType.bind(source.driver);
    source.driver.normalizeType = (column) => roomy[String(column.type)] ?? normalizeType(column);
  }
  return source;
}

export const isSqlite = (source: DataSource): boolean => source.options.type === 'better-sqlite3';

/** Each connection of this source is told its isolation once, so that no transaction has to ask for it. */
export function atReadCommitted(source: DataSource): void {
  const told = new WeakSet<PoolConnection>();
  const pool: Pool = (source.driver as MysqlDriver).pool;
  pool.on('acquire', (connection) => {
    if (told.has(connection)) return;
    told.add(connection);
    // It stands in the connection's queue before everything that it was acquired for.
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
}
