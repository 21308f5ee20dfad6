import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The built product, as `npm start` runs it, on a free port with its data in a folder of its own. */
export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../../../..');

/**
 * The time that a product may take to migrate, seed and listen: generous, since a busy machine is no fault of the
 * product.
 */
const PATIENCE = 4 * 60_000;

/** The address of an earlier run to start at again, and the time at which the clock starts. */
interface Run {
  readonly port?: number | undefined;
  readonly clock?: Date | undefined;
}

export async function startProduct(dataFolder: string, { port: wanted, clock }: Run = {}): Promise<Product> {
  const port = wanted ?? (await (ownPort ??= freePort()));
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['dist/apps/api/main.mjs'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      MODE: 'demo',
      PORT: String(port),
      DATA_FOLDER: dataFolder,
      LOG_LEVEL: 'warn',
      ...(clock ? { CLOCK: clock.toISOString() } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  try {
    await untilReady(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`The product did not start (has it been built?): ${String(error)}\n${said}`, { cause: error });
  }
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`not ready within ${PATIENCE / 60_000} minutes`);
}

/**
 * A port for the products of this process, one after the other: a window that has shown one of them has most of a page
 * of the next. It lies below those that a system gives to any connection, so it stays free between two products.
 */
let ownPort: Promise<number> | undefined;

async function freePort(): Promise<number> {
  const server = createServer();
  try {
    server.listen(randomInt(20_000, 32_000), '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return freePort();
  } finally {
    server.close();
  }
}
