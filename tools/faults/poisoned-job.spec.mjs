import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { production, readiness } from '../scaled/topology.mjs';
import { freePort } from '../services.mjs';

const json = { 'x-libretto': 'web', 'content-type': 'application/json' };

/** A process that dies whenever it runs one certain job: as soon as it talks to the mail server, it is killed. */
describe('a job that takes its process along', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-poison-'));
  const mailServer = createServer((connection) => {
    connection.on('error', () => {});
    product?.kill('SIGKILL');
  });
  let product;
  let address;
  let env;

  beforeAll(async () => {
    const [port, smtpPort] = [await freePort(), await freePort()];
    address = `http://localhost:${port}`;
    env = { ...production(address, folder, smtpPort), LOG_LEVEL: 'fatal', PORT: String(port) };
    await once(mailServer.listen(smtpPort, '127.0.0.1'), 'listening');
  });
  afterAll(async () => {
    product.kill('SIGKILL');
    mailServer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = () => {
    product = spawn('node', ['dist/apps/api/main.mjs'], { env, stdio: 'inherit' });
    return product;
  };
  const statement = (sql) => {
    const database = new DatabaseSync(join(folder, 'libretto.sqlite'));
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
  const runs = () =>
    statement(`SELECT state, attempts, error FROM outbox WHERE job = 'accounts.mail-code'`).map((row) => ({ ...row }));
  const leaseEnds = () => statement(`UPDATE outbox SET claimedUntil = '2020-01-01 00:00:00.000'`);

  it('is begun as often as any other, and then stops with the reason', async () => {
    await readiness(env.PORT, start());
    const died = once(product, 'exit');
    const somebody = {
      email: 'ana@poison.example',
      givenName: 'Ana',
      familyName: 'Horvat',
      language: 'en',
      timeZone: 'Europe/Zagreb',
    };
    // It may be gone before it answers.
    await fetch(`${address}/api/accounts`, { method: 'POST', headers: json, body: JSON.stringify(somebody) }).catch(
      () => {},
    );
    await died;
    expect(runs()).toEqual([{ state: 'waiting', attempts: 1, error: null }]);

    leaseEnds();
    await once(start(), 'exit');
    expect(runs()).toEqual([{ state: 'waiting', attempts: 2, error: null }]);

    statement(`UPDATE outbox SET attempts = 7 WHERE job = 'accounts.mail-code'`);
    leaseEnds();
    await once(start(), 'exit');
    expect(runs()).toEqual([{ state: 'waiting', attempts: 8, error: null }]);

    leaseEnds();
    await readiness(env.PORT, start());
    for (let tries = 0; tries < 100 && runs()[0].state === 'waiting'; tries += 1) await pause(100);
    expect(runs()).toEqual([{ state: 'stopped', attempts: 8, error: expect.stringContaining('its process ended') }]);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });
});
