import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../services.mjs';
import { ended, endWithParent, readiness } from '../scaled/topology.mjs';

/** The memory that processes occupy, the largest of each kind, in MB. */
export const memoryOf = (kinds) =>
  Object.fromEntries(
    Object.entries(kinds)
      .filter(([, processes]) => processes.length)
      .map(([kind, processes]) => [kind, Math.max(...processes.map(({ pid }) => residentOf(pid)))]),
  );

const residentOf = (pid) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

/** The seconds until one more api process of a running installation is ready. */
export const startOf = (env, root) => startedIn(root, env);

/** The seconds of a first start with the sample data, and of the next one on the same data. */
export async function startsOfDemo(root) {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-start-'));
  const env = { ...process.env, MODE: 'demo', LOG_LEVEL: 'warn', DATA_FOLDER: folder };
  try {
    return { first: await startedIn(root, env), next: await startedIn(root, env) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startedIn(root, env) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('node', ['--import', endWithParent, 'dist/apps/api/main.mjs'], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    await readiness(port, child, 5 * 60_000);
    return (performance.now() - begun) / 1000;
  } finally {
    await ended(child);
  }
}
