import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const dockerfiles = ['docker/Dockerfile.api', 'docker/Dockerfile.web'];

describe('the scaled-out form in containers', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true });

  it.each(dockerfiles)('%s has nothing to complain about', (file) => {
    const lint = spawnSync(
      'node',
      [join(root, 'node_modules/dockerfilelint/bin/dockerfilelint'), '-o', 'json', join(root, file)],
      { encoding: 'utf8' },
    );
    const issues = JSON.parse(lint.stdout).files.flatMap(({ issues }) => issues);
    expect(issues).toEqual([]);
  });

  it.each(dockerfiles)('%s copies only what is there', (file) => {
    const copied = [...read(file).matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths.split(' '));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('takes along the packages that the server’s program names, and no other', () => {
    const { dependencies } = JSON.parse(read('package.json'));
    const program = globSync('dist/apps/api/*.mjs', { cwd: root }).map(read).join('\n');
    // A font is looked up by the name of its family.
    const nameOf = (dependency) => dependency.replace(/(?<=^@expo-google-fonts\/).*/, '');
    const named = (dependency) => ['"', "'", '`'].some((quote) => program.includes(`${quote}${nameOf(dependency)}`));
    expect(Object.keys(dependencies).filter((dependency) => !named(dependency))).toEqual([]);
  });

  it('runs two api processes and two workers over one database, one queue and one proxy', () => {
    const processes = Object.entries(compose.services).map(([name, { deploy }]) => [name, deploy?.replicas ?? 1]);
    expect(Object.fromEntries(processes)).toEqual({ mariadb: 1, redis: 1, api: 2, worker: 2, web: 1 });
  });

  it('sets only variables that the configuration knows', () => {
    const known = read('apps/api/src/platform/config/config.ts');
    const set = Object.keys(compose.services.api.environment);
    expect(set.filter((name) => !known.includes(`  ${name}: `))).toEqual([]);
  });

  it('gives production all that it refuses to start without', () => {
    expect(Object.keys(compose.services.worker.environment)).toEqual(
      expect.arrayContaining(['OPERATOR', 'CONTACT', 'PUBLIC_URL', 'SECRET', 'SMTP_URL']),
    );
  });

  it('reads the trusted issuers from the file that an installation names, and none where it names none', () => {
    const { environment, volumes } = compose.services.api;
    const [, inside] = /^\$\{TRUSTED_ISSUERS:-\/dev\/null\}:(\S+):ro$/m.exec(volumes.join('\n')) ?? [];
    expect(environment.TRUSTED_ISSUERS).toBe(`\${TRUSTED_ISSUERS:+${inside}}`);
  });

  it('keeps no secret of its own', () => {
    expect(read('docker/compose.yaml')).not.toMatch(/(PASSWORD|SECRET): (?!\$\{|'1')/);
  });
});
