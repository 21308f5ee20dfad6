import { rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { readInstallation, readMe, signIn } from '@libretto/contracts';
import { databaseFile } from '../platform/config/config';
import { requestsFromOnePlace } from '../platform/http/request-limits';
import { Limits } from '../platform/limits/limits';
import { aPerson } from './fixtures';
import { describeWhere, newMysqlDatabase, testMysqlUrl, TestApp } from './test-app';

/** Faults below and around the product: strange requests, slow ones, a database that is gone. */

const portOf = (app: TestApp) => (app.nest.getHttpServer().address() as AddressInfo).port;

/** Sends bytes as they are and answers everything received until the connection ended or `until` was seen. */
function raw(port: number, bytes: string, until = /\r\n\r\n/): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
      if (until.test(answer)) done();
    });
    socket.on('end', done).on('error', reject);
  });
}

/** The response to a request, as if it had waited so long. */
async function atTheEndOf(seconds: number, ask: () => Promise<string>): Promise<string> {
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setInterval', 'Date', 'performance', 'hrtime'],
  });
  const answer = ask();
  for (let waited = 0; waited < seconds + 10; waited += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await jest.advanceTimersByTimeAsync(1000);
  }
  jest.useRealTimers();
  return answer;
}

describe('a strange request', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.on(undefined);
    await app.nest.listen(0, '127.0.0.1');
  });
  afterAll(() => app?.close());

  it.each([
    ['another site', { headers: { origin: 'https://evil.example' }, payload: {} }, 403, 'common.foreign-request'],
    [
      'more than a megabyte',
      { headers: { 'x-libretto': 'web' }, payload: { email: 'x'.repeat(1_100_000), password: 'x' } },
      413,
      'common.request-too-large',
    ],
    [
      'another name for this machine',
      { headers: { 'x-libretto': 'web', host: 'rebound.evil.example' }, payload: {} },
      421,
      'common.unknown-host',
    ],
    [
      'a form',
      {
        headers: { 'x-libretto': 'web', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'email=a&password=b',
      },
      415,
      'common.content-type-not-taken',
    ],
    [
      'an upload',
      { headers: { 'x-libretto': 'web', 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x--' },
      415,
      'common.content-type-not-taken',
    ],
    [
      'plain text',
      { headers: { 'x-libretto': 'web', 'content-type': 'text/plain' }, payload: '{}' },
      415,
      'common.content-type-not-taken',
    ],
    [
      'a type that nobody knows',
      { headers: { 'x-libretto': 'web', 'content-type': 'application/x-thing' }, payload: '{}' },
      415,
      'common.content-type-not-taken',
    ],
    ['a field that is none', { headers: { 'x-libretto': 'web' }, payload: { email: 7 } }, 422, 'common.bad-input'],
  ])('from or with %s is refused as what it is', async (_, request, status, code) => {
    const answer = await app.nest.inject({ method: 'POST', url: '/api/sign-in', ...request });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it.each(['evil.example', 'localhost.evil.example', 'localhost@evil.example', '169.254.169.254'])(
    'is not answered for the host %p',
    async (host) => {
      const answer = await app.nest.inject({ url: '/api/installation', headers: { host } });
      expect(answer.statusCode).toBe(421);
    },
  );

  it.each(['localhost:4300', 'LOCALHOST', '127.0.0.1:9', '[::1]:4300'])('is answered for the host %p', async (host) => {
    const answer = await app.nest.inject({ url: '/api/installation', headers: { host } });
    expect(answer.statusCode).toBe(200);
  });

  it('that trickles is ended with a reason', async () => {
    const head = `POST /api/sign-in HTTP/1.1\r\nhost: localhost\r\nx-libretto: web\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"em`;
    expect(await atTheEndOf(30, () => raw(portOf(app), head, /reason|detail/))).toMatch(
      /^HTTP\/1\.1 408 [^]*connection: close[^]*common\.too-slow/,
    );
  });

  it.each([
    ['no text', '/api/%ff'],
    ['half a letter', '/api/sign-in/%c3'],
    ['a lone percent sign', '/%'],
    ['no text of a page', '/%ff'],
    ['no text behind a host', 'http://localhost/api/%ff'],
    ['the whole server', '*'],
    ['a very long id', `/api/editions/${'x'.repeat(9000)}`],
  ])('goes through what every request does where its address is %s', async (_, target) => {
    const ask = (host: string, method = 'GET') =>
      raw(portOf(app), `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`, /\r\n\r\n[^]*\}/);
    expect(await ask('evil.example')).toMatch(/^HTTP\/1\.1 421 [^]*application\/problem\+json[^]*common\.unknown-host/);
    expect(await ask('localhost')).toMatch(
      /^HTTP\/1\.1 40[14] [^]*X-Content-Type-Options[^]*application\/problem\+json/,
    );
    expect(await ask('localhost', 'OPTIONS')).toMatch(/^HTTP\/1\.1 404 /);
    const slow = () =>
      raw(
        portOf(app),
        `POST ${target} HTTP/1.1\r\nhost: localhost\r\nx-libretto: web\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"`,
        /detail/,
      );
    expect(await atTheEndOf(30, slow)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('counts by the route that answers, however its address is written', async () => {
    const limits = app.get(Limits);
    await limits.clear(requestsFromOnePlace, '127.0.0.1');
    for (let times = 0; times < requestsFromOnePlace.times; times += 1)
      await limits.take(requestsFromOnePlace, '127.0.0.1');
    const statuses = [];
    for (const url of [
      '/api/installation',
      '/%61pi/installation',
      '/api/%69nstallation',
      '/api/nothing-there',
      '/api/%ff',
      '/.well-known/did.json',
      '/.well-known/jwt-vc-issuer',
      '/credentials/7F3K9QWX2M4TH8ZC7F3K9QWX2M/status',
      '/credentials/7F3K9QWX2M4TH8ZC7F3K9QWX2M/log-proof',
    ])
      statuses.push((await app.nest.inject({ url })).statusCode);
    const signed = { url: '/credentials/7F3K9QWX2M4TH8ZC7F3K9QWX2M', headers: { accept: 'application/vc' } };
    statuses.push((await app.nest.inject(signed)).statusCode);
    expect(new Set(statuses)).toEqual(new Set([429]));
    expect(
      await raw(portOf(app), 'GET http://localhost/%61pi/installation HTTP/1.1\r\nhost: localhost\r\n\r\n'),
    ).toMatch(/^HTTP\/1.1 429/);
    expect((await app.nest.inject({ url: '/health/ready' })).statusCode).toBe(200);
    expect((await app.visitor().call(readInstallation)).status).toBe(200);
  });
});

describe('a database that is gone', () => {
  it('SQLite: is said, and the process is not ready', async () => {
    const app = await TestApp.on(undefined);
    const { caller } = await aPerson(app);
    expect((await app.nest.inject({ url: '/health/ready' })).statusCode).toBe(200);
    for (const file of ['', '-wal', '-shm'])
      rmSync(join(app.config.dataFolder, `${databaseFile}${file}`), { force: true });
    expect((await app.nest.inject({ url: '/health/ready' })).json()).toEqual({
      status: 'the database cannot be used',
    });
    writeFileSync(join(app.config.dataFolder, databaseFile), 'no database at all'.repeat(1000));
    expect((await app.nest.inject({ url: '/health/ready' })).statusCode).toBe(503);
    expect(await caller.call(readMe)).toBeDefined();
    await app.close();
  });
});

describeWhere(testMysqlUrl)('a database server that is gone', () => {
  it('answers 503 while it is away and goes on when it is back', async () => {
    const own = await newMysqlDatabase(testMysqlUrl as string);
    const behind = new URL(own.url);
    const line = await cuttable(Number(behind.port));
    const url = new URL(own.url);
    url.port = String(line.port);
    const app = await TestApp.on(undefined, { DATABASE_URL: url.toString() });
    const { caller } = await aPerson(app);
    line.cut();
    const away = await caller.call(readMe);
    expect([away.status, away.body.code, away.headers['retry-after']]).toEqual([503, 'common.unavailable', '10']);
    expect(
      (await caller.call(signIn, { body: { email: 'ana@university.example', password: 'whatever it is' } })).status,
    ).toBe(503);
    expect((await app.nest.inject({ url: '/health/ready' })).statusCode).toBe(503);
    line.mend();
    expect((await caller.call(readMe)).status).toBe(200);
    expect((await app.nest.inject({ url: '/health/ready' })).statusCode).toBe(200);
    await app.close();
    line.cut();
    await own.drop();
  });
});

/** A line to a server that can be cut and restored. */
async function cuttable(target: number): Promise<{ port: number; cut(): void; mend(): void }> {
  let whole = true;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => [near, far].forEach((end) => end.destroy()));
    }
    near.pipe(far).pipe(near);
    return undefined;
  }).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    cut: () => {
      whole = false;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    mend: () => {
      whole = true;
    },
  };
}
