/**
 * `npm run verify -- FILE|URL` and `npm run log -- check URL`: builds the library if it has changed, then runs the command of
 * this name as the packed library does.
 */
import './node.mjs';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { isBuilt } from './build.mjs';

if (!isBuilt()) {
  const build = spawnSync('nx', ['build', 'credentials'], { encoding: 'utf8' });
  if (build.status !== 0) {
    console.error(build.stdout + build.stderr);
    process.exit(2);
  }
}
const [name] = process.argv.splice(2, 1);
const command = pathToFileURL(resolve(`dist/libs/credentials/${name}.mjs`));
// npm runs scripts at the root: a file's path counts from where its user stands.
process.chdir(process.env.INIT_CWD ?? '.');
await import(command.href);
