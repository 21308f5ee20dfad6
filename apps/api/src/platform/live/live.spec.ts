import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Transaction } from '../database/transaction';
import { describeWhere, onEachDatabase, TestApp, testRedisUrl } from '../../testing/test-app';
import { Live } from './live';

const listener = () => {
  const heard = { changed: 0, ended: 0 };
  return { heard, changed: () => void (heard.changed += 1), ended: () => void (heard.ended += 1) };
};

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo() && waited < 3000; waited += 10) await pause(10);
}

onEachDatabase('what is told within one process', (url) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(url);
  }, 240_000);
  afterAll(() => app?.close());

  it('is heard after the commit, by its topic, until one stops; and not at all where it is undone', async () => {
    const live = app.get(Live);
    const [one, other] = [listener(), listener()];
    const stop = await live.listen('one', one);
    await live.listen('other', other);
    const tell = (then: () => Promise<void>) =>
      app.get(Transaction).run(async (tx) => {
        live.tellAfter(tx, 'one');
        await then();
      });
    await tell(async () => expect(one.heard.changed).toBe(0));
    expect([one.heard.changed, other.heard.changed]).toEqual([1, 0]);
    await expect(tell(() => Promise.reject(new Error('undone')))).rejects.toThrow('undone');
    expect(one.heard.changed).toBe(1);
    stop();
    await tell(async () => undefined);
    expect(one.heard.changed).toBe(1);
  });
});

describeWhere(testRedisUrl)('what is told over Redis', () => {
  /** The way to Redis, which the spec cuts. */
  let way: Server;
  let port: number | undefined;
  const open = new Set<Socket>();
  let app: TestApp;

  const build = async () => {
    const { hostname, port: at } = new URL(testRedisUrl as string);
    way = createServer((from) => {
      const to = connect(Number(at), hostname);
      from.pipe(to).pipe(from);
      for (const socket of [from, to]) {
        open.add(socket);
        socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
      }
    });
    await new Promise<void>((resolve) => way.listen(port, '127.0.0.1', resolve));
    ({ port } = way.address() as AddressInfo);
  };
  const cut = async () => {
    const closed = new Promise((resolve) => way.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };

  beforeAll(async () => {
    await build();
    app = await TestApp.on(undefined, { REDIS_URL: `redis://127.0.0.1:${port}/0` });
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await cut();
  });

  it('ends, rather than falling silent, when Redis is gone, and begins again when it is back', async () => {
    const live = app.get(Live);
    const before = listener();
    await live.listen('topic', before);
    await cut();
    await until(() => before.heard.ended > 0);
    expect(before.heard.ended).toBe(1);
    await expect(live.listen('topic', listener())).rejects.toMatchObject({
      refusal: { refused: 'common.unavailable' },
    });
    await build();
    const after = listener();
    await live.listen('topic', after);
    await app.get(Transaction).run(async (tx) => live.tellAfter(tx, 'topic'));
    await until(() => after.heard.changed > 0);
    expect([before.heard, after.heard]).toEqual([
      { changed: 0, ended: 1 },
      { changed: 1, ended: 0 },
    ]);
  }, 30_000);
});
