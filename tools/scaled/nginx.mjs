import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { locate } from '../debian-packages.mjs';

/**
 * A real nginx with `docker/nginx.conf`, in front of `ports` of this machine instead of Docker's names. Answers
 * `{ port, stop }` once it listens.
 */
export const startNginx = (port, ports) => run(port, ourConfiguration(port, ports));

/** A second nginx in front of ours that ends TLS, set up as its documentation says; without the certificate. */
export const startOuterNginx = (port, inner) =>
  run(
    port,
    `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${inner}; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; proxy_set_header X-Forwarded-Proto https; } }`,
  );

function ourConfiguration(port, ports) {
  const replaced = [
    [/^resolver .*$/m, ''],
    [/server api:4300 resolve;/, ports.map((api) => `server 127.0.0.1:${api};`).join(' ')],
    [/listen 8080;/, `listen 127.0.0.1:${port};`],
    [/root \S+;/, `root ${join(process.cwd(), 'dist/apps/web')};`],
  ];
  return replaced.reduce(
    (text, [found, instead]) => {
      if (!found.test(text)) throw new Error(`docker/nginx.conf no longer has ${found}`);
      return text.replace(found, instead);
    },
    readFileSync('docker/nginx.conf', 'utf8'),
  );
}

async function run(port, site) {
  const folder = mkdtempSync(join(tmpdir(), 'libretto-nginx-'));
  mkdirSync(join(folder, 'temp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/temp/${kind};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { include /etc/nginx/mime.types; access_log off; ${temporary}\n${site}\n}`,
  );
  const server = spawn(process.env.NGINX ?? locate('nginx'), ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const patience = Date.now() + 10_000;
  while (!(await listens(port))) {
    if (server.exitCode !== null || Date.now() > patience) {
      const said = readFileSync(join(folder, 'error.log'), 'utf8');
      await stop();
      throw new Error(`nginx did not start:\n${said}`);
    }
    await pause(50);
  }
  return { port, stop };
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
