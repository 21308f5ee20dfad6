/**
 * `npm start`: builds changed projects and runs the whole product in one process, with its data in data/.
 * `npm start -- --fresh` begins again with new sample data. PORT chooses another port than 4300.
 */
import './node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './build.mjs';
import { installHooks } from './git-hooks.mjs';
import { answers } from './services.mjs';

const port = Number(process.env.PORT || 4300);
if (await answers(port)) {
  console.error(
    `Port ${port} is in use, perhaps by a running Libretto. Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
  process.exit(1);
}
installHooks();
build(['api', 'web']);
const data = process.env.DATA_FOLDER || 'data';
// A first start that was stopped on its way left half of the sample data behind, and nobody's own data.
if (process.argv.includes('--fresh') || existsSync(join(data, 'demo-unfinished')))
  rmSync(data, { recursive: true, force: true });
if (!existsSync(data)) console.log(`\n  First start: creating sample data in ${data}/. This takes some seconds.`);

const libretto = spawn('node', ['dist/apps/api/main.mjs'], {
  stdio: 'inherit',
  // The terminal shows the address and the accounts; the log of every request is printed on demand.
  env: { LOG_LEVEL: 'warn', ...process.env, PORT: String(port) },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => libretto.kill(signal));
libretto.once('exit', (code) => process.exit(code ?? 0));

const address = `http://localhost:${port}`;
while (!(await fetch(`${address}/health/ready`).catch(() => ({ ok: false }))).ok) await pause(100);
console.log(`\n  Libretto is running at ${address}\n`);
const demo = await fetch(`${address}/api/demo`);
if (demo.ok) {
  const { password, people } = await demo.json();
  const { 'comes-to': sentences } = JSON.parse(readFileSync('libs/language/en/demo.json', 'utf8'));
  const width = (field) => Math.max(...people.map((person) => person[field].length));
  console.log(`  Sign in as one of these people; the password is always ${password}\n`);
  for (const { name, email, comesTo } of people)
    console.log(`    ${email.padEnd(width('email'))}  ${name.padEnd(width('name'))}  ${sentences[comesTo]}`);
  console.log(`\n  E-mails are kept at ${address}/mailbox. Press Ctrl-C to stop; the next start uses the same data.\n`);
}
