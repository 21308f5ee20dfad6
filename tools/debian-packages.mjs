/** The programs that a run needs and Debian has: found, or else installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { userInfo } from 'node:os';

const programs = {
  mariadb: {
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    needs: ['mariadbd', 'mariadb-install-db', 'my_print_defaults'],
  },
  // redis-tools has the whole server: one program that acts by the name it is called with.
  redis: { packages: ['redis-tools'], needs: ['redis-check-rdb'] },
  // Without a screen: it needs half of the processor time of the whole browser.
  chromium: { packages: ['chromium-headless-shell'], needs: ['chromium-headless-shell'] },
  nginx: { packages: ['nginx-light'], needs: ['nginx'] },
  // Programs of others, which say whether our documents are what they say they are.
  'pdf-tools': { packages: ['qpdf', 'poppler-utils'], needs: ['qpdf', 'pdfinfo'] },
  // Makes certificates and seals as others do, and verifies ours.
  openssl: { packages: ['openssl'], needs: ['openssl'] },
};

/**
 * Debian starts a server that it installs, unless this file forbids it; `sh -c` takes the command itself as its
 * arguments.
 */
const withoutStarting = `
  policy=/usr/sbin/policy-rc.d
  [ -e $policy ] || { made=yes; printf '#!/bin/sh\\nexit 101\\n' > $policy; chmod 755 $policy; }
  "$0" "$@"
  code=$?
  [ -z "$made" ] || rm -f $policy
  exit $code`;

/** The path of a program; the folders of servers count too, which an ordinary user's PATH leaves out. */
export function locate(program) {
  const folders = [...process.env.PATH.split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** Installs missing programs of `names` with apt-get, as root or through a sudo that asks nothing. */
export function install(names, say) {
  const missing = names.filter((name) => programs[name].needs.some((program) => !locate(program)));
  if (!missing.length) return;
  const packages = missing.flatMap((name) => programs[name].packages);
  const byHand = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  say(
    `missing here: ${missing.join(', ')}; installing Debian's ${packages.join(', ')} (programs only, nothing is left running)`,
  );
  const asRoot = userInfo().uid === 0 ? [] : ['sudo', '-n'];
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const steps = [
    [...apt, 'update'],
    [
      ...asRoot,
      'sh',
      '-c',
      withoutStarting,
      ...apt.slice(asRoot.length),
      'install',
      '-y',
      '--no-install-recommends',
      ...packages,
    ],
  ];
  for (const [command, ...rest] of steps) {
    const step = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (step.status === 0) continue;
    throw new Error(
      [
        `Could not install ${missing.join(', ')}: ${(step.error?.message ?? step.stderr).trim()}`,
        `On Debian or Ubuntu, as root:  ${byHand}`,
        'Elsewhere, install them your way and point at them: TEST_MYSQL_URL=mysql://root@127.0.0.1:3306/',
        'TEST_REDIS_URL=redis://127.0.0.1:6379/  CHROMIUM=/path/to/chromium',
      ].join('\n'),
    );
  }
}
