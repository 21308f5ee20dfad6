import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import fastify from 'fastify';
import { describeOnEachDatabase } from '../../testing/test-app';
import { LiveStreams } from './live-streams';

/** As many as one person may have. */
const most = 8;

describeOnEachDatabase('streams', (app) => {
  it('that were left before they began take no place from those that follow', async () => {
    const streams = app().get(LiveStreams);
    const server = fastify();
    server.get('/left', async (_, reply) => {
      await once(reply.raw, 'close');
      await streams.send(reply, 'somebody', 'topic');
    });
    server.get('/followed', (_, reply) => streams.send(reply, 'somebody', 'topic'));
    const address = await server.listen();
    for (let n = 0; n < most; n += 1)
      await expect(fetch(`${address}/left`, { signal: AbortSignal.timeout(20) })).rejects.toThrow();
    await pause(100);
    const leaving = new AbortController();
    const followed = await Promise.all(
      Array.from({ length: most + 1 }, () => fetch(`${address}/followed`, { signal: leaving.signal })),
    );
    leaving.abort();
    await server.close();
    expect(followed.filter(({ ok }) => ok)).toHaveLength(most);
  });
});
