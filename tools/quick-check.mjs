/**
 * `node tools/quick-check.mjs`: checks in a few seconds the rules for joining main. ESLint looks at the changed files
 * and the compiler at the projects that they touch, and only faults in changed files fail it; `npm run lint` looks at
 * everything.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as checks from './checks.mjs';

const changedSinceMain = spawnSync('git', ['diff', '--name-only', 'main...HEAD'], { encoding: 'utf8' });
const uncommitted = spawnSync('git', ['ls-files', '--modified', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const changed = `${changedSinceMain.stdout}${uncommitted.stdout}`
  .split('\n')
  .filter((file) => file && existsSync(file));

const linted = changed.filter((file) => /\.(ts|mjs|html)$/.test(file));
const folders = checks.projectFolders();
// A change of a library reaches its users: that is every app.
const reached = changed.some((file) => file.startsWith('libs/'))
  ? folders
  : folders.filter((folder) => changed.some((file) => file.startsWith(`${folder}/`)));

const typesOf = async (folder) => (await checks.typecheck(folder)).map((result) => checks.about(changed, result));

await checks.report([
  ...(linted.length
    ? [checks.eslint(linted, { graph: false }), checks.promises(linted.filter((file) => !file.startsWith('tools/')))]
    : []),
  ...(changed.length ? [checks.format(changed)] : []),
  checks.importDirections().then((result) => checks.about(changed, result)),
  checks.folderCycles(),
  ...reached.map(typesOf),
  checks.language({ unused: false }),
  checks.about(changed, checks.fileLengths()),
]);
