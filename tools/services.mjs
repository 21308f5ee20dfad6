/**
 * Private servers for one run: MariaDB and Redis on free ports in folders that vanish with them; a Chromium, an nginx,
 * programs that check PDFs, and openssl. TEST_MYSQL_URL, TEST_REDIS_URL, CHROMIUM, NGINX, PDF_TOOLS and OPENSSL name ones
 * that exist already: those are used and left alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { install, locate } from './debian-packages.mjs';

const kinds = {
  mariadb: { variable: 'TEST_MYSQL_URL', start: startMariadb },
  redis: { variable: 'TEST_REDIS_URL', start: startRedis },
  chromium: { variable: 'CHROMIUM', start: async () => ({ address: locate('chromium-headless-shell') }) },
  nginx: { variable: 'NGINX', start: async () => ({ address: locate('nginx') }) },
  'pdf-tools': { variable: 'PDF_TOOLS', start: async () => ({ address: dirname(locate('qpdf')) }) },
  openssl: { variable: 'OPENSSL', start: async () => ({ address: locate('openssl') }) },
};

/**
 * Starts (or finds) the named services: `{ env, stop }`, where `env` holds the variables above. `stop` ends those that
 * were started; if this process dies before, the servers end by themselves.
 */
export async function startServices(names, say = console.log) {
  install(
    names.filter((name) => !process.env[kinds[name].variable]),
    say,
  );
  const started = await Promise.all(
    names.map(async (name) => {
      const { variable, start } = kinds[name];
      const given = process.env[variable];
      const service = given ? { address: given } : await start();
      say(`${name}: ${service.address}${given ? ` (from ${variable})` : ''}`);
      return { variable, ...service };
    }),
  );
  return {
    env: Object.fromEntries(started.map(({ variable, address }) => [variable, address])),
    stop: () => Promise.all(started.map(({ stop }) => stop?.())),
  };
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function startMariadb() {
  const folder = newFolder('maria');
  const { username } = userInfo();
  const made = spawnSync(
    locate('mariadb-install-db'),
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      `--user=${username}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`MariaDB could not make its data folder:\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const stop = await keep('MariaDB', folder, port, [
    locate('mariadbd'),
    '--no-defaults',
    `--datadir=${folder}/data`,
    `--user=${username}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--max-connections=600',
    '--skip-log-bin',
    '--skip-name-resolve',
    // The data live as long as the run: no need to survive a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=256M',
    // Specs make and drop some hundred databases: with a file for each table each would take two fifths longer.
    '--innodb-file-per-table=0',
  ]);
  return { address: `mysql://root@127.0.0.1:${port}/`, stop };
}

/** A Redis of one's own, even if TEST_REDIS_URL names one; that one only if there is no other. */
export async function startOwnRedis(say) {
  const given = process.env.TEST_REDIS_URL;
  if (!given) install(['redis'], say);
  const redis = locate('redis-check-rdb') ? await startRedis() : { address: given };
  say(`redis: ${redis.address}`);
  return redis;
}

async function startRedis() {
  const folder = newFolder('redis');
  const server = join(folder, 'redis-server');
  symlinkSync(locate('redis-check-rdb'), server);
  const port = await freePort();
  // BullMQ requires noeviction: a queue that forgets is worse than one that refuses.
  const options = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const stop = await keep('Redis', folder, port, [
    server,
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
  ]);
  return { address: `redis://127.0.0.1:${port}/`, stop };
}

// Short names: a Unix socket's path may have about 100 characters.
const newFolder = (name) => mkdtempSync(join(tmpdir(), `libretto-${name}-`));

/**
 * Runs a server below a shell that ends it, and removes its folder, when our end of the pipe closes: by `stop`, or
 * because this process has ended in any way. In a group of its own, so that Ctrl-C reaches us first.
 */
async function keep(name, folder, port, command) {
  const script =
    'folder=$1; shift; "$@" & server=$!; exec 2>&-; cat >/dev/null; kill $server 2>/dev/null; wait $server; rm -rf "$folder"';
  const keeper = spawn('sh', ['-c', script, 'keeper', folder, ...command], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const gone = new Promise((resolve) => keeper.once('exit', resolve));
  const stop = () => {
    keeper.stdin.end();
    return gone;
  };
  let log = '';
  let ended = false;
  keeper.stderr.on('data', (text) => (log = (log + text).slice(-8000)));
  keeper.stderr.once('close', () => {
    ended = true;
    // Its users now fail without knowing the reason: it is printed here.
    if (!keeper.stdin.writableEnded) console.error(`${name} ended by itself. Its last words:\n${log}`);
  });
  const patience = Date.now() + 30_000;
  while (!(await answers(port))) {
    if (ended || Date.now() > patience) {
      await stop();
      throw new Error(`${name} did not start:\n${log}`);
    }
    await pause(50);
  }
  return stop;
}

/** Whether somebody takes connections on a port of this machine. */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
