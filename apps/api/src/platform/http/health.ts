import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../database/database';

/** For whatever keeps the process running: alive, and able to serve. Outside of `/api`, without a cookie. */
export function serveHealth(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const database = app.get(Database);
  server.get('/health/live', async () => ({ status: 'alive' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await database.read.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'the database cannot be reached' });
    }
  });
}
