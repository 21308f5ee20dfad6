/**
 * Run by git before a commit (hooks/pre-commit): checks the format of the staged files and their rules. A file that is
 * staged in part is left out: the rest may be unfinished. `git commit --no-verify` skips it.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import * as checks from './checks.mjs';

const names = (...options) =>
  spawnSync('git', ['diff', '--name-only', '--diff-filter=ACMR', '-z', ...options], { encoding: 'utf8' })
    .stdout.split('\0')
    .filter(Boolean);

const unfinished = new Set(names());
const staged = names('--cached').filter((file) => !unfinished.has(file));
const typed = staged.filter((file) => /^(apps|libs)\/.*\.ts$/.test(file));

await checks.report([
  ...(staged.length ? [checks.format(staged)] : []),
  ...(typed.length ? [checks.promises(typed)] : []),
]);
if (process.exitCode) console.log('`npm run format` mends the format; then stage the files again.');
