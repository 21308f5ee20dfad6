/**
 * `npm run bench`: starts the scaled-out form with 100, 1,000 and 10,000 participants and measures the way, then the
 * credentials issued per second. Writes docs/bench.md. `npm run bench -- 100` measures with these numbers only and
 * writes nothing.
 */
import '../node.mjs';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { build } from '../build.mjs';
import { startTopology } from '../scaled/topology.mjs';
import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { endpointsOf } from './endpoints.mjs';
import { measure, send } from './load.mjs';
import { pageOf, tableOf } from './report.mjs';

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length ? asked : [100, 1000, 10_000];
const perEdition = 100;
const awards = asked.length ? 50 : 300;

build(['api', 'web']);
const [loadBefore] = loadavg();
let topology;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await topology?.stop();
    process.exit(130);
  });

const measured = [];
for (const people of sizes) {
  const rows = await withTopology((running) => measureTheWay(running, people));
  measured.push({ people, rows });
  console.log(tableOf(people, rows));
}
const issuing = await withTopology(measureIssuing);
console.log(
  `\n${awards} awards: ${issuing.perSecond.toFixed(1)} credentials per second, from the last requirement met to the certificate in the file store\n`,
);

if (!asked.length) {
  const machine = `${availableParallelism()} cores of ${cpus()[0].model.trim()}, Node ${process.versions.node}, load ${loadBefore.toFixed(0)} before it began`;
  writeFileSync(
    'docs/bench.md',
    pageOf({ measured, issuing, awards, perEdition, machine, day: new Date().toISOString().slice(0, 10) }),
  );
  console.log('Written to docs/bench.md');
}

async function withTopology(work) {
  topology = await startTopology();
  try {
    return await work(topology);
  } finally {
    await topology.stop();
    topology = undefined;
  }
}

async function measureTheWay({ apis, env }, people) {
  console.log(`\nFilling the database with ${people} participants…`);
  const crowd = await fillWithPeople(env, {
    editions: Math.ceil(people / perEdition),
    people: Math.min(people, perEdition),
  });
  // Straight to the api processes, in turn: the proxy here stands in for nginx and would itself be measured.
  const ports = apis.map(({ port }) => port);
  const askOnce = async (request) => JSON.parse((await send(ports[0], request, 0)).text);
  const rows = [];
  for (const { name, ask, list, count } of endpointsOf(crowd)) {
    const items = list ? await list(askOnce) : undefined;
    const figures = await measure(ports, (number) => ask(number, items), { count: items?.length ?? count });
    rows.push({ name, ...figures });
  }
  return rows;
}

async function measureIssuing({ env }) {
  await fillWithPeople(env, { editions: 1, people: awards, earned: true });
  const database = await createConnection({ uri: env.DATABASE_URL, timezone: 'Z' });
  const one = async (sql) => (await database.query(sql))[0][0];
  for (;;) {
    const { issued } = await one(`SELECT COUNT(*) AS issued FROM award_issue WHERE state = 'issued'`);
    if (Number(issued) === awards) break;
    await pause(200);
  }
  const { seconds } = await one(
    `SELECT TIMESTAMPDIFF(MICROSECOND, (SELECT MIN(createdAt) FROM outbox WHERE job = 'credentials.issue-award'), MAX(changedAt)) / 1e6 AS seconds FROM award_issue`,
  );
  await database.end();
  return { perSecond: awards / Number(seconds), seconds: Number(seconds) };
}
