import { spawn } from 'node:child_process';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..', '..');

/**
 * Fills the database of an installation past every rule with what is `wanted`, a list of editions with their people
 * (apps/api/src/testing/load-fixtures.main.ts), and answers their ids.
 */
export async function fillWithPeople(env, wanted, root = here) {
  const config = join(root, 'tools', 'scaled', 'load-fixtures.rolldown.config.mjs');
  await run('rolldown', ['--config', config, '--log-level', 'silent'], env, root);
  return JSON.parse(
    await run('node', [join(root, 'dist', 'tools', 'load-fixtures.mjs'), JSON.stringify(wanted)], env, root),
  );
}

function run(command, args, env, root) {
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
