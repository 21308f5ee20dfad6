/** The checks that read code without running it. Each answers `{ name, ok, output }`. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { languageFaults } from './check-language.mjs';
import { sourceFiles } from './source-files.mjs';

/**
 * The compiler over one project, its specs and (for Angular) its templates. Angular's compiler takes its time: it reads the web and
 * its specs at once, and the build reads what is no spec without the types of Jest.
 */
export function typecheck(folder) {
  const configs = ['tsconfig.json', 'tsconfig.spec.json'].map((name) => `${folder}/${name}`).filter(existsSync);
  const isAngular = readFileSync(configs[0], 'utf8').includes('angularCompilerOptions');
  const remembered = (config) => [
    '--incremental',
    '--tsBuildInfoFile',
    `node_modules/.cache/libretto/${config.replaceAll('/', '-')}.tsbuildinfo`,
  ];
  const check = (config, compiler, ...options) =>
    run(`types of ${folder} (${basename(config)})`, compiler, [...options, '-p', config, '--noEmit']);
  if (isAngular) return [check(configs.at(-1), 'ngc')];
  return configs.map((config) =>
    check(config, 'node', 'node_modules/typescript-native/bin/tsc', ...remembered(config)),
  );
}

export const importDirections = () =>
  run('import directions', 'depcruise', [
    '--config',
    'tools/dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    'apps',
    'libs',
  ]);

/** Checks that no two folders of the repository need each other. */
export const folderCycles = () =>
  run('folder cycles', 'depcruise', [
    '--config',
    'tools/folder-cycles.cjs',
    '--output-type',
    'err-long',
    'apps',
    'libs',
    'tools',
  ]);

/** ESLint over everything in one start, which takes longer than most projects. It reads again what changed since it last passed. */
export const style = () =>
  run('style', 'eslint', [
    '--max-warnings=0',
    '--cache',
    '--cache-strategy=content',
    '--cache-location=node_modules/.cache/eslint/',
    '.',
  ]);

/** The rules that need types, over some files. */
export const promises = (files = ['apps', 'libs']) => run('promises', 'oxlint', ['--type-aware', ...files]);

/** Prettier over some files, or over everything; `npm run format` mends its findings. */
export const format = (files = ['.']) =>
  run('format', 'prettier', ['--check', '--log-level', 'warn', '--cache', '--ignore-unknown', ...files]);

/** Files and exports that nothing reaches, and packages that nothing names; knip.json says from where it looks. */
export const deadCode = () => run('dead code', 'knip', ['--no-progress']);

export const language = () => check('language', languageFaults());

/** A file longer than these does two things by now. */
export function fileLengths() {
  const most = (file) => (/\.(spec|journey)\.ts$/.test(file) ? 500 : 300);
  const files = sourceFiles(['apps', 'libs', 'tools'], ['ts', 'mjs', 'cjs', 'html', 'css', 'scss', 'typ']);
  const lines = (file) => readFileSync(file, 'utf8').split('\n').length - 1;
  return check(
    'file lengths',
    files
      .filter((file) => lines(file) > most(file))
      .map((file) => `${file}: ${lines(file)} lines, at most ${most(file)}`),
  );
}

const check = (name, faults) => ({ name, ok: faults.length === 0, output: faults.join('\n') });

/** One lane for each core: more programs at once would only take each other's memory and time. */
const lanes = Array.from({ length: availableParallelism() }, () => Promise.resolve());

function run(name, command, args) {
  const lane = lanes.shift();
  const done = lane.then(() => outcomeOf(name, command, args));
  lanes.push(done);
  return done;
}

function outcomeOf(name, command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => resolve({ name, ok: code === 0, output: output.trim() }));
  });
}

/** Prints the result of each check, with its output if it failed, and sets the exit code. */
export async function report(checks) {
  const results = await Promise.all(checks);
  for (const { name, ok, output } of results) console.log(`${ok ? '✓' : '✗'} ${name}${ok ? '' : `\n${output}`}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
