import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/config';
import { Database } from '../database/database';
import { ProcessLog } from '../log/process-log';

const mostMs = 3000;

/** Health for the process manager: alive, and able to serve. Outside of `/api`, without a cookie. */
export function serveHealth(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const database = app.get(Database);
  const { dataFolder, filesFolder } = app.get(Config);
  const { log } = app.get(ProcessLog);
  const parts = {
    'the database': () => database.check(),
    // The folder of files is made when the first one arrives.
    'the folder of files': () => access(filesFolder, constants.W_OK).catch(() => access(dataFolder, constants.W_OK)),
  };
  server.get('/health/live', async () => ({ status: 'alive' }));
  server.get('/health/ready', async (_request, reply) => {
    for (const [part, works] of Object.entries(parts))
      try {
        await Promise.race([
          works(),
          pause(mostMs, undefined, { ref: false }).then(() => Promise.reject(new Error('no answer in time'))),
        ]);
      } catch (error) {
        log.error({ err: error }, 'not ready');
        return reply.status(503).send({ status: `${part} cannot be used` });
      }
    return { status: 'ready' };
  });
}
