/**
 * `npm run programme -- …`, `npm run coordinator -- …`: builds the api if it has changed and runs one of its command
 * lines, on the data that `npm start` uses. Paths count from where npm was called.
 */
import { spawnSync } from 'node:child_process';
import { isAbsolute, join, resolve } from 'node:path';
import './node.mjs';
import { build } from './build.mjs';

const [name, ...given] = process.argv.slice(2);
build(['api']);
const calledFrom = process.env.INIT_CWD ?? process.cwd();
const isFile = (word) => /\.(ya?ml|csv|tsv|txt|json)$/i.test(word) && !isAbsolute(word);
const { status } = spawnSync(
  'node',
  [join('dist/apps/api', `${name}.mjs`), ...given.map((word) => (isFile(word) ? resolve(calledFrom, word) : word))],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
