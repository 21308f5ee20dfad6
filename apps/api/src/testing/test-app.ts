import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createConnection } from 'mysql2/promise';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { SignIn } from '../features/accounts/sign-in/sign-in.entity';
import { hashOfToken, newToken } from '../features/accounts/codes/tokens';
import { cookieName } from '../features/accounts/sign-in/who-is-signed-in';
import { Caller } from '../platform/http/caller';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { JobRunner } from '../platform/jobs/job-runner';
import { logTo } from '../platform/log/log';
import { mailboxFolder } from '../platform/mail/postman';
import { httpApplication } from '../start';
import { migrateByCopy, migratedSqliteIn } from './migrated';

export { Caller };

/** The whole application on a database of its own. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly config: Config,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /** `prepare` adds the parts that a process adds before it listens. */
  static async on(
    databaseUrl: string | undefined,
    env: Record<string, string> = {},
    prepare: (app: NestFastifyApplication) => Promise<void> = async () => undefined,
  ): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'libretto-'));
    const database = databaseUrl ? await newMysqlDatabase(databaseUrl) : undefined;
    const config = Config.read({
      DATA_FOLDER: folder,
      LOG_LEVEL: 'silent',
      CLOCK: '2026-11-23T09:00:00Z',
      ...(database ? { DATABASE_URL: database.url } : {}),
      ...env,
    });
    if (database) await migrateByCopy(database.url);
    else if (!config.databaseUrl) await migratedSqliteIn(config.dataFolder);
    const app = await httpApplication(config, logTo(config.logLevel));
    await prepare(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(app, config, async () => {
      await app.close();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.cleanUp();
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.nest.get(type as Type<T>, { strict: false });
  }

  get clock(): Clock {
    return this.get(Clock);
  }

  get database(): Database {
    return this.get(Database as unknown as Type<Database>);
  }

  /** Inserts rows past every rule: specs make their data with it. */
  async build<E extends ObjectLiteral>(entity: EntityTarget<E>, ...rows: E[]): Promise<E[]> {
    await this.get(Transaction).run((tx) => tx.insert(entity, rows));
    return rows;
  }

  /** The rows that are there. */
  rows<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E> = {}): Promise<E[]> {
    return this.database.read.findBy(entity, where as never);
  }

  /** A browser in which nobody is signed in, at this network address or one of its own. */
  visitor(address?: string): Caller {
    return new Caller(this.nest, undefined, address);
  }

  /** A browser in which this person is signed in. */
  async signedIn(accountId: string): Promise<Caller> {
    const token = newToken();
    const signedInAt = this.clock.now();
    const expiresAt = new Date(signedInAt.getTime() + 30 * 86_400_000);
    await this.build(SignIn, { id: newId(), accountId, tokenHash: hashOfToken(token), signedInAt, expiresAt });
    return new Caller(this.nest, `${cookieName}=${token}`);
  }

  /** Does every job that is due, and those that they lead to. Answers the messages of those that failed. */
  runJobs(): Promise<string[]> {
    return this.get(JobRunner).runAllDue();
  }

  /** The mails in the mailbox, as its files have them. */
  mails(): string[] {
    try {
      const folder = mailboxFolder(this.config);
      return readdirSync(folder)
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    } catch {
      return [];
    }
  }
}

/** An empty database takes every migration first, even on a busy machine. */
const PATIENCE = 4 * 60_000;

/**
 * Specs that need a service of `npm test`: without it they count as skipped, and a whole run with one skipped fails.
 */
export const describeWhere = (isThere: unknown) => (isThere ? describe : describe.skip);

/** The same specs on SQLite and on MariaDB; `url` names a server there, and is `undefined` for SQLite. */
export function onEachDatabase(name: string, specs: (url: string | undefined) => void): void {
  describe(`${name} on SQLite`, () => specs(undefined));
  describeWhere(testMysqlUrl)(`${name} on MariaDB`, () => specs(testMysqlUrl));
}

/** The same, each with an application on an empty database; tests of one file share it and build rows of their own. */
export function describeOnEachDatabase(name: string, specs: (app: () => TestApp) => void): void {
  onEachDatabase(name, (url) => {
    let app: TestApp;
    beforeAll(async () => {
      app = await TestApp.on(url);
    }, PATIENCE);
    afterAll(() => app?.close());
    specs(() => app);
  });
}

/** The server that `npm test` started, for specs that need real parallel connections. */
export const testMysqlUrl = process.env['TEST_MYSQL_URL'];
export const testRedisUrl = process.env['TEST_REDIS_URL'];

/** An empty database on the server, with the function that drops it. */
export async function newMysqlDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `libretto_${randomBytes(6).toString('hex')}`;
  const inServer = async (statement: string) => {
    const connection = await createConnection(serverUrl);
    await connection.query(statement);
    await connection.end();
  };
  await inServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => inServer(`DROP DATABASE ${name}`) };
}
