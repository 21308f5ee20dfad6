/**
 * The scaled-out form on one machine: MariaDB, Redis, some api processes, some workers, a mail server and the proxy in
 * front, all private to this run. `start:scaled`, the bench and the fault tests use it.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort, startOwnRedis, startServices } from '../services.mjs';
import { startMailCatcher } from './mail-catcher.mjs';
import { startProxy } from './proxy.mjs';

/** Ends a process of ours when its parent is gone, for any reason. */
export const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit())';

/** The settings of every production, in either form. */
export const production = (address, folder, smtpPort) => ({
  ...process.env,
  LOG_LEVEL: 'warn',
  SHOW_STATEMENTS: 'yes',
  TRUSTED_PROXY: '127.0.0.1',
  MODE: 'production',
  OPERATOR: 'Libretto on this machine',
  CONTACT: 'contact@libretto.example',
  PUBLIC_URL: address,
  DATA_FOLDER: folder,
  SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  SECRET: randomBytes(32).toString('hex'),
});

/**
 * Starts everything and waits until every api process is ready. Answers
 * `{ address, apis, workers, mails, env, databaseUrl, redisUrl, startWorker, stop }`; a process is the result of
 * `spawn`. `root`: the checkout that runs, if it is not this one.
 */
export async function startTopology({ apis = 2, workers = 2, port, say = () => {}, onMail, root, env = {} } = {}) {
  const services = await startServices(['mariadb'], say);
  const { databaseUrl, drop } = await newDatabase(services.env.TEST_MYSQL_URL);
  // All processes of an installation share one queue: two installations on one Redis would take each other's work.
  const redis = await startOwnRedis(say);
  const redisUrl = redis.address;
  const smtpPort = await freePort();
  const catcher = await startMailCatcher(smtpPort, onMail);
  const folder = mkdtempSync(join(tmpdir(), 'libretto-scaled-'));
  const proxyPort = port ?? (await freePort());
  const address = `http://localhost:${proxyPort}`;
  const environment = {
    ...production(address, folder, smtpPort),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ...env,
  };
  const processes = new Set();
  const start = (script, more = {}) => {
    const child = spawn('node', ['--import', endWithParent, `dist/apps/api/${script}`], {
      cwd: root,
      env: { ...environment, ...more },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    processes.add(child);
    child.once('exit', () => processes.delete(child));
    return child;
  };
  const startWorker = () => start('worker.mjs');
  const ports = [];
  for (let number = 0; number < apis; number += 1) ports.push(await freePort());
  const apiProcesses = ports.map((apiPort) => start('main.mjs', { PORT: String(apiPort) }));
  let proxy;
  const stop = async () => {
    proxy?.close();
    proxy?.closeAllConnections();
    await Promise.all([...processes].map(ended));
    await catcher.stop();
    await drop();
    await redis.stop?.();
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(ports.map((apiPort, index) => readiness(apiPort, apiProcesses[index])));
    const workerProcesses = Array.from({ length: workers }, startWorker);
    proxy = await startProxy(proxyPort, ports);
    return {
      address,
      apis: ports.map((apiPort, index) => ({ port: apiPort, process: apiProcesses[index] })),
      workers: workerProcesses,
      mails: catcher.mails,
      env: environment,
      databaseUrl,
      redisUrl,
      startWorker,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function newDatabase(serverUrl) {
  const name = `libretto_${randomBytes(6).toString('hex')}`;
  const inServer = async (statement) => {
    const connection = await createConnection(serverUrl);
    await connection.query(statement);
    await connection.end();
  };
  await inServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { databaseUrl: new URL(`/${name}`, serverUrl).toString(), drop: () => inServer(`DROP DATABASE ${name}`) };
}

export async function readiness(port, child, ms = 60_000) {
  const patience = Date.now() + ms;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > patience)
      throw new Error(`The api on port ${port} did not become ready.`);
    await pause(20);
  }
}

/** Asks a process to finish its work and end; after ten seconds it has to. */
export async function ended(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(force);
}
