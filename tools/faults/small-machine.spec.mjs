import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'node:http';
import { freePort } from '../services.mjs';

const largestFile = 15 * 1024 * 1024;
const headers = { 'x-libretto': 'web' };

describe('the embedded form on a machine that has little room and other people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-small-'));
  const data = join(folder, 'data');
  let product;
  let address;

  beforeAll(async () => {
    const port = await freePort();
    address = `http://localhost:${port}`;
    // A substitute for a full disk: no file grows beyond the limit, which the shell counts in blocks of 512 bytes.
    product = spawn(
      'sh',
      ['-c', `trap '' XFSZ; umask 022; ulimit -f ${largestFile / 512}; exec node dist/apps/api/main.mjs`],
      {
        env: { PATH: process.env.PATH, PORT: String(port), DATA_FOLDER: data, LOG_LEVEL: 'fatal' },
        stdio: 'ignore',
      },
    );
    const patience = Date.now() + 60_000;
    while (!(await fetch(`${address}/health/ready`).catch(() => ({}))).ok && Date.now() < patience) await pause(100);
  }, 90_000);
  afterAll(async () => {
    const gone = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that there is no room for an upload, keeps no half of it, and goes on', async () => {
    const { password, people } = await (await fetch(`${address}/api/demo`)).json();
    const { email } = people.find(({ comesTo }) => comesTo === 'applicant');
    const signedIn = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const cookie = signedIn.headers.get('set-cookie').split(';')[0];
    const { items } = await (await fetch(`${address}/api/my-applications`, { headers: { cookie } })).json();
    const { editionId } = items.find(({ state }) => state === 'draft');
    const upload = async (bytes) => {
      const body = new FormData();
      body.append('file', new Blob(['x'.repeat(bytes)]), 'notes.txt');
      const answer = await fetch(`${address}/api/editions/${editionId}/application/evidence?kind=other`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      return [answer.status, (await answer.json()).code];
    };
    expect(await upload(largestFile + 1_000_000)).toEqual([507, 'common.no-space']);
    expect(readdirSync(join(data, 'files')).filter((name) => name.endsWith('.arriving'))).toEqual([]);
    expect(await upload(1000)).toEqual([201, undefined]);
  });

  it('keeps its data to itself', () => {
    const open = (path) => (statSync(path).mode & 0o077 ? [path] : []);
    const within = readdirSync(data, { recursive: true }).map((name) => join(data, name));
    expect(within.length).toBeGreaterThan(10);
    expect([data, ...within].flatMap(open)).toEqual([]);
  });

  it('answers at its own address only', async () => {
    const port = new URL(address).port;
    expect((await fetch(`http://127.0.0.1:${port}/api/demo`)).status).toBe(200);
    expect(await statusFor(port, 'evil.example')).toBe(421);
  });
});

/** `fetch` sets the host itself. */
function statusFor(port, host) {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/demo', headers: { host } }, ({ statusCode }) => resolve(statusCode))
      .once('error', reject)
      .end();
  });
}
