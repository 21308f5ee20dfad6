import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..', '..');

/** What fills a database comes from here, so that both states have the same people. */
const fixtures = [
  'apps/api/src/testing/load-fixtures.main.ts',
  'apps/api/src/testing/load-fixtures.ts',
  'apps/api/src/testing/load-fixtures-desk.ts',
  'apps/api/src/testing/load-fixtures-works.ts',
  'tools/scaled/load-fixtures.rolldown.config.mjs',
];

/** Builds another state of this repository in a folder of its own. Answers `{ root, remove }`. */
export function checkoutOf(ref) {
  const root = join(mkdtempSync(join(tmpdir(), 'libretto-against-')), 'libretto');
  const git = (...words) => execFileSync('git', words, { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] });
  git('worktree', 'add', '--detach', root, ref);
  const remove = () => {
    git('worktree', 'remove', '--force', root);
    rmSync(join(root, '..'), { recursive: true, force: true });
  };
  try {
    if (isSame(root, 'package-lock.json')) symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
    else run(root, 'npm', 'ci');
    for (const file of fixtures) cpSync(join(here, file), join(root, file));
    console.log(`Building ${ref}…`);
    run(root, 'nx', 'run-many', '-t', 'build', '-p', 'api', 'web');
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const isSame = (root, file) => readFileSync(join(root, file)).equals(readFileSync(join(here, file)));

function run(root, ...[command, ...words]) {
  const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
  const { status, error, stdout, stderr } = spawnSync(command, words, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? `${stdout}${stderr}`);
}
