/**
 * Imported first by every entry script. `npm ci` brings the Node that Libretto runs on; the system's own may be older.
 * On an older one this runs the same command again with ours, and the rest of the script never starts here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const needed = 26;
const root = join(import.meta.dirname, '..');
const installed = join(root, 'node_modules', '.bin');
const ours = join(installed, process.platform === 'win32' ? 'node.exe' : 'node');

// Every program that the script starts by name (nx, jest, node itself) comes from this checkout.
process.env.PATH = installed + delimiter + process.env.PATH;
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < needed) {
  if (!existsSync(ours)) {
    console.error(`Libretto runs on Node ${needed}, which npm installs with it. Run "npm ci" first.`);
    process.exit(1);
  }
  const again = spawn(ours, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => again.kill(signal));
  process.exit(await new Promise((resolve) => again.once('exit', (code) => resolve(code ?? 1))));
}
