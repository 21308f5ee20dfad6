/**
 * `npm run bench`: measures whole screens, single requests and issuing in both forms, and writes docs/bench.md.
 *
 *   npm run bench -- 1000             with this number of participants only; writes nothing
 *   npm run bench -- --quick          the screens with 1,000 participants, for some minutes; writes nothing
 *   npm run bench -- 10000 --only mark   single requests of this name only; writes nothing
 *   npm run bench -- cohort 10000     so many issued, with pauses, killed workers and a Redis that forgets; writes nothing
 *   npm run bench -- flat             roll, check-in, hours and overview with 25 and 5,000 participants; writes nothing
 *   npm run bench -- credentials      what a signature costs on one core; writes nothing
 *   npm run bench -- --against REF    the same beside another state of this repository; writes nothing
 */
import '../node.mjs';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from '../build.mjs';
import { checkoutOf } from './checkout.mjs';
import { installationOf } from './installations.mjs';
import { measureCohort, textOfCohort } from './measure-cohort.mjs';
import { measureEndpoints } from './measure-endpoints.mjs';
import { measureFlat } from './measure-flat.mjs';
import { measureIssuing } from './measure-issuing.mjs';
import { measureSigning } from './measure-signing.mjs';
import { measureScreens } from './measure-screens.mjs';
import { memoryOf, startOf, startsOfDemo } from './processes.mjs';
import { startRecorder } from './recorder.mjs';
import { pageOf, tableOfEndpoints, tableOfFlat, tableOfProcesses, tableOfScreens, tableOfSigning } from './report.mjs';

const { values: asked, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, against: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
if (positionals[0] === 'cohort') {
  build(['api', 'web', 'credentials']);
  console.log(textOfCohort(await measureCohort(Number(positionals[1] ?? 10_000))));
  process.exit();
}
if (positionals[0] === 'flat') {
  build(['api', 'web', 'credentials']);
  console.log(tableOfFlat(await measureFlat({ seconds: 3 })));
  process.exit();
}
if (positionals[0] === 'credentials') {
  build(['credentials']);
  console.log(tableOfSigning(await measureSigning({ seconds: 5 })));
  process.exit();
}
const isShort = asked.quick || asked.against !== undefined;
const isWhole = !isShort && !positionals.length;
const sizes = positionals.length ? positionals.map(Number) : isShort ? [1000] : [100, 1000, 10_000];
const seconds = isShort ? 1.6 : 3;
const [loadBefore] = loadavg();

build(['api', 'web', 'credentials']);
const here = { root: process.cwd(), remove: () => {} };
const checkouts = asked.against === undefined ? [here] : [checkoutOf(asked.against), here];
const recorder = await startRecorder();
let running = [];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    for (const { stop } of running) await stop();
    for (const { remove } of checkouts) remove();
    process.exit(130);
  });

const runs = [];
const memory = checkouts.map(() => ({}));
const starts = checkouts.map(() => ({}));
for (const form of asked.only === undefined ? ['embedded', 'scaled'] : ['scaled'])
  for (const people of sizes) {
    console.log(`\n${form}, ${people.toLocaleString('en')} participants`);
    for (const checkout of checkouts) running.push(await installationOf(form, people, checkout));
    const rows = asked.only === undefined ? await measureScreens(running, recorder, { people, seconds }) : [];
    for (const [at, { apis, workers, env }] of running.entries()) {
      memory[at][form] = memoryOf({ api: apis.map((api) => api.process), worker: workers });
      if (form === 'scaled') starts[at].scaled = await startOf(env, checkouts[at].root);
    }
    const isDetailed = form === 'scaled' && !isShort;
    const endpoints = isDetailed ? await measureEndpoints(running[0], { seconds, only: asked.only }) : undefined;
    for (const { stop } of running) await stop();
    running = [];
    runs.push({ form, people, rows, endpoints });
    console.log(`\n${tableOfScreens(rows)}\n${endpoints ? `\n${tableOfEndpoints(endpoints)}\n` : ''}`);
  }
await recorder.close();
for (const [at, { root, remove }] of checkouts.entries()) {
  Object.assign(starts[at], await startsOfDemo(root));
  remove();
}
console.log(tableOfProcesses({ memory, starts }));

if (isWhole) {
  const flat = await measureFlat({ seconds });
  const issuing = await measureIssuing(300);
  const signing = await measureSigning({ seconds: 5 });
  const machine = `${availableParallelism()} cores of ${cpus()[0].model.trim()}, Node ${process.versions.node}, load ${loadBefore.toFixed(0)} before it began`;
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync('docs/bench.md', pageOf({ runs, processes: { memory, starts }, flat, issuing, signing, machine, day }));
  console.log('Written to docs/bench.md');
}
