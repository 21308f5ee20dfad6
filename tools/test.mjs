/**
 * `npm test`: every test and check, with private servers where they are needed.
 * `npm test -- domain web`: the tests of these projects only.
 */
import './node.mjs';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { installHooks } from './git-hooks.mjs';
import { startServices } from './services.mjs';
import { projectNames, resultsFolder, tasksFor } from './test-plan.mjs';
import { openWorkplace } from './workplace.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !projectNames.includes(name));
if (unknown.length) {
  console.error(`No such project: ${unknown.join(', ')}. There are ${projectNames.join(', ')}.`);
  process.exit(1);
}

installHooks();
const running = new Set();
const workplace = openWorkplace();
let services;
const cleanUp = async () => {
  for (const child of running) child.kill('SIGTERM');
  await services?.stop();
  workplace.close();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, async () => {
    console.log('\nStopped before the end; ending what was started.');
    await cleanUp();
    process.exit(130);
  });

try {
  rmSync(resultsFolder, { recursive: true, force: true });
  const tasks = tasksFor(asked);
  const needed = [...new Set(tasks.flatMap((task) => task.services))];
  if (needed.length) services = await startServices(needed, (line) => console.log(`  ${line}`));
  console.log(`Running ${tasks.map(({ name }) => name).join(', ')}.`);
  const outcomes = await runAll(tasks);
  process.exitCode = summarise(outcomes);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await cleanUp();
}

/** Runs two tasks at a time, each as soon as its dependencies are done; a failed build fails the tasks that need it. */
async function runAll(tasks) {
  const ended = new Map();
  const next = async (task) => {
    const before = task.after && (await ended.get(task.after).promise);
    const outcome =
      before && before.code !== 0
        ? { task, code: 1, output: `not run, because ${task.after} failed\n`, seconds: 0 }
        : await run(task);
    report(outcome);
    ended.get(task.name).resolve(outcome);
    return outcome;
  };
  for (const { name } of tasks) ended.set(name, Promise.withResolvers());
  const queue = [...tasks];
  const lane = async () => {
    const outcomes = [];
    for (let task = queue.shift(); task; task = queue.shift()) outcomes.push(await next(task));
    return outcomes;
  };
  return (await Promise.all([lane(), lane()])).flat();
}

function run(task) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn('nx', task.args, {
      env: { ...process.env, ...services?.env, ...(task.after && { LIBRETTO_BUILT: 'yes' }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ task, code: code ?? 1, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** A passed part is one line; a failed one has its whole output. */
function report(outcome) {
  const { task, code, output, seconds } = outcome;
  outcome.counts = countsOf(outcome);
  const { passed, failed } = outcome.counts;
  const tests = task.results && code === 0 ? `, ${passed} tests` : '';
  console.log(
    `${code === 0 ? '✓' : '✗'} ${task.name}${tests} (${seconds.toFixed(1)} s)${failed ? `, ${failed} failed` : ''}`,
  );
  if (code !== 0) console.log(output);
}

/** A check, or a run that broke before it could count, is one failure. */
function countsOf({ task, code }) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (task.results) {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
        readFileSync(task.results, 'utf8'),
      );
      counts = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    }
  } catch {
    // No results were written: the exit code below shows the failure.
  }
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function summarise(outcomes) {
  const sum = (kind) => outcomes.reduce((total, { counts }) => total + counts[kind], 0);
  const skipped = sum('skipped');
  const broken = outcomes.filter(({ code }) => code !== 0);
  if (broken.length) console.log(`Not right: ${broken.map(({ task }) => task.name).join(', ')}`);
  console.log(
    `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped: that is not a whole run` : ''}`,
  );
  return broken.length || skipped ? 1 : 0;
}
