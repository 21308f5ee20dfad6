import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/**
 * Fills the database of a topology past every rule (apps/api/src/testing/load-fixtures.main.ts) with `editions` of
 * `people` each, and answers their ids. `earned`: all of them have met every requirement, and their awards are due.
 */
export async function fillWithPeople(env, { editions, people, earned }) {
  await run(
    'rolldown',
    ['--config', join(import.meta.dirname, 'load-fixtures.rolldown.config.mjs'), '--log-level', 'silent'],
    env,
  );
  return JSON.parse(
    await run(
      'node',
      [join(root, 'dist', 'tools', 'load-fixtures.mjs'), JSON.stringify({ editions, people, earned })],
      env,
    ),
  );
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${command} ended with ${code}: ${printed}`)),
    );
  });
}
