/** The embedded form as a production: one process with SQLite and its jobs, and a mail server that sends nothing. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../services.mjs';
import { startMailCatcher } from './mail-catcher.mjs';
import { ended, endWithParent, production, readiness } from './topology.mjs';

/**
 * Answers `{ address, apis, workers, env, stop }` like `startTopology`, once the process is ready. `root`: the checkout
 * that runs, if it is not this one; `prepare(env)` is done before it starts.
 */
export async function startEmbedded({ onMail, root, prepare } = {}) {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const catcher = await startMailCatcher(smtpPort, onMail);
  const folder = mkdtempSync(join(tmpdir(), 'libretto-embedded-'));
  const address = `http://localhost:${port}`;
  const env = { ...production(address, folder, smtpPort), PORT: String(port) };
  await prepare?.(env);
  const child = spawn('node', ['--import', endWithParent, 'dist/apps/api/main.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = async () => {
    await ended(child);
    await catcher.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await readiness(port, child);
    return { address, apis: [{ port, process: child }], workers: [], env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
