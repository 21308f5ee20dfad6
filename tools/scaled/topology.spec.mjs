import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../services.mjs';
import { startNginx, startOuterNginx } from './nginx.mjs';
import { startTopology } from './topology.mjs';

const until = async (holds) => {
  const patience = Date.now() + 30_000;
  while (!holds() && Date.now() < patience) await pause(100);
};

describe('the scaled-out form', () => {
  let topology;
  beforeAll(async () => {
    topology = await startTopology();
  });
  afterAll(() => topology?.stop());

  const send = (path, body) =>
    fetch(`${topology.address}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-libretto': 'web' },
      body: JSON.stringify(body),
    });

  it('has every api process ready', async () => {
    const states = await Promise.all(
      topology.apis.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()),
    );
    expect(states).toEqual([{ status: 'ready' }, { status: 'ready' }]);
  });

  it('serves the web application through the proxy', async () => {
    expect(await (await fetch(topology.address)).text()).toContain('<base href="/"');
  });

  it('takes a registration at one process, has a worker mail the code, and takes the code at the other', async () => {
    const email = 'ana.kovac@university.example';
    const person = { givenName: 'Ana', familyName: 'Kovač', language: 'en', timeZone: 'Europe/Zagreb' };
    const password = 'a password nobody guesses';
    expect((await send('/accounts', { ...person, email })).ok).toBe(true);
    await until(() => topology.mails.length);
    expect(topology.mails.map(({ to }) => to[0].address)).toEqual([email]);
    const [link] = /https?:\S+/.exec(topology.mails[0].text);
    const code = new URL(link).searchParams.get('code');
    expect((await send('/accounts/confirmation', { ...person, code, password })).status).toBe(204);
    expect((await send('/sign-in', { email, password })).ok).toBe(true);
  });

  describe('behind nginx, alone and behind what ends TLS in front of it', () => {
    let inner;
    let outer;
    beforeAll(async () => {
      inner = await startNginx(
        await freePort(),
        topology.apis.map(({ port }) => port),
      );
      outer = await startOuterNginx(await freePort(), inner.port);
    });
    afterAll(async () => {
      await outer?.stop();
      await inner?.stop();
    });

    /** Tries a wrong password from one of this machine's many addresses: 127.0.0.2, 127.0.0.3, … */
    const guess = (port, localAddress, email, forwarded) =>
      new Promise((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          'x-libretto': 'web',
          host: 'localhost',
          ...(forwarded ? { 'x-forwarded-for': forwarded } : {}),
        };
        const asked = request(
          { host: '127.0.0.1', port, localAddress, method: 'POST', path: '/api/sign-in', headers },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        );
        asked.once('error', reject).end(JSON.stringify({ email, password: 'not the password' }));
      });

    it.each([
      ['alone', () => inner.port, 2],
      ['behind another', () => outer.port, 4],
    ])('%s: tells one client from another, over all processes, whatever they claim', async (chain, port, client) => {
      const [guesser, owner] = [`127.0.0.${client}`, `127.0.0.${client + 1}`];
      const email = `${chain.replaceAll(' ', '-')}@university.example`;
      const claims = (number) => guess(port(), guesser, email, `198.51.100.${number}`);
      const statuses = await Promise.all(Array.from({ length: 30 }, (_, number) => claims(number)));
      expect(statuses.filter((status) => status === 429)).toHaveLength(20);
      expect(await guess(port(), owner, email)).not.toBe(429);
      expect(await guess(port(), owner, email, guesser)).not.toBe(429);
    });

    it('serves the pages with the headers of the api', async () => {
      const page = await fetch(`http://localhost:${inner.port}/programmes`);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    });

    it.each([
      ['a script', /src="([^"]+\.js)"/, 'text/javascript'],
      ['the words', /as="fetch" crossorigin href="\/([^"]+)"/, 'application/json'],
    ])('serves %s itself, as the build compressed it', async (_, place, type) => {
      const page = await (await fetch(`http://localhost:${inner.port}/account`)).text();
      const [, file] = place.exec(page);
      for (const [accepted, coding] of [
        ['gzip, deflate, br', 'br'],
        ['gzip', 'gzip'],
        ['identity', null],
      ]) {
        const answer = await fetch(`http://localhost:${inner.port}/${file}`, {
          headers: { 'accept-encoding': accepted },
        });
        const { status, headers } = answer;
        expect([status, headers.get('content-encoding'), headers.get('content-type'), headers.get('vary')]).toEqual([
          200,
          coding,
          type,
          'Accept-Encoding',
        ]);
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect(await answer.text()).toBe(readFileSync(`dist/apps/web/${file}`, 'utf8'));
      }
    });

    it('leaves a file of an older version to the api, which says that it is gone', async () => {
      const gone = await fetch(`http://localhost:${inner.port}/language/en-first-OFBEFORE.json`);
      expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-cache']);
    });
  });

  it('refuses to start without a way to send mails', async () => {
    await expect(startTopology({ apis: 1, workers: 0, env: { SMTP_URL: '' } })).rejects.toThrow('did not become ready');
  });
});
