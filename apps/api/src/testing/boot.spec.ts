import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { id, route } from '@libretto/contracts';
import { signedIn } from '@libretto/domain';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as z from 'zod/mini';
import { migrations } from '../../migrations';
import { AppModule } from '../app.module';
import { mailCode } from '../features/accounts/codes/jobs/mail-code.job';
import { Config } from '../platform/config/config';
import { dataSourceOptions, newDataSource } from '../platform/database/data-source';
import { Handles } from '../platform/http/handles';
import { HandlesJob, type JobHandler } from '../platform/jobs/handler';
import { definedJobs, job, type Job } from '../platform/jobs/job';
import { logTo } from '../platform/log/log';
import { nestLog } from '../platform/log/nest-log';
import { migratedSqliteIn } from './migrated';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Starts the product with one more module on a prepared folder, and answers why it does not start. */
async function whyNotWith(extra: Type, prepare?: (folder: string) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-boot-'));
  folders.push(folder);
  const config = Config.read({ DATA_FOLDER: folder, LOG_LEVEL: 'silent' });
  await prepare?.(folder);
  const log = logTo('silent');
  class Extended {}
  try {
    const module = { module: Extended, imports: [AppModule.with(config, log), extra] };
    const app = await NestFactory.createApplicationContext(module, { logger: nestLog(log), abortOnError: false });
    await app.close();
    return 'it starts';
  } catch (error) {
    return (error as Error).message;
  }
}

class DoesNothing implements JobHandler<unknown> {
  async run() {}
}

@Module({})
class Nothing {}

describe('the product', () => {
  it('starts as it is', async () => {
    expect(await whyNotWith(Nothing)).toBe('it starts');
  });

  it('does not start with a route that has no policy', async () => {
    @Controller()
    class Careless {
      @Get('everything')
      everything() {
        return [];
      }
    }
    @Module({ controllers: [Careless] })
    class WithRoute {}
    expect(await whyNotWith(WithRoute)).toContain('Careless.everything');
  });

  it('does not start with a route whose address names something of which nobody says whether it is there', async () => {
    const readShelf = route({
      summary: 'Read a shelf',
      method: 'GET',
      path: '/shelves/:shelfId',
      params: z.object({ shelfId: id }),
      reply: z.object({ books: z.array(z.string()) }),
    });
    @Controller()
    class Shelves {
      @Handles(readShelf, signedIn)
      read() {
        return { books: [] };
      }
    }
    @Module({ controllers: [Shelves] })
    class WithShelves {}
    expect(await whyNotWith(WithShelves)).toMatch(/@Addressed.*: shelfId$/);
  });

  it('does not start with a job that has two handlers', async () => {
    @HandlesJob(mailCode)
    class Again extends DoesNothing {}
    @Module({ providers: [Again] })
    class WithHandler {}
    expect(await whyNotWith(WithHandler)).toContain('accounts.mail-code has two handlers');
  });

  it('does not start with a job that has none', async () => {
    job({ name: 'testing.nobody-does-this', payload: z.object({}) });
    try {
      expect(await whyNotWith(Nothing)).toContain('testing.nobody-does-this has no handler');
    } finally {
      // What is defined stays defined in this process, where other specs start the product.
      (definedJobs() as Job[]).pop();
    }
  });

  it('does not start where it has migrated to a schema that lacks an entity', async () => {
    const without = async (folder: string) => {
      await migratedSqliteIn(folder);
      const where = { dataFolder: folder, databaseUrl: undefined, demo: true };
      const source = newDataSource(await dataSourceOptions(where, { migrations, entities: [] }));
      await source.initialize();
      await source.undoLastMigration();
      await source.query('DROP TABLE self_study_approval');
      await source.destroy();
    };
    expect(await whyNotWith(Nothing, without)).toMatch(/write a migration[\s\S]*CREATE TABLE "self_study_approval"/);
  });
});
