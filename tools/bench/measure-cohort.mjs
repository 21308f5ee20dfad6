import { randomInt } from 'node:crypto';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { issuedAwards } from '../scaled/issued-awards.mjs';
import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { startTopology } from '../scaled/topology.mjs';

const patienceMs = 60 * 60_000;

/**
 * A cohort earns its awards at once. While they are issued, the registrar pauses the edition and resumes it, workers are
 * killed and Redis is emptied, at random moments. Answers what is there afterwards; throws where anything is missing or
 * there twice.
 */
export async function measureCohort(people) {
  const topology = await startTopology({ apis: 1, workers: 2 });
  const redis = new Redis(topology.redisUrl);
  const database = await createConnection({ uri: topology.databaseUrl, timezone: 'Z' });
  const count = async (sql) => Number((await database.query(`SELECT COUNT(*) AS found FROM ${sql}`))[0][0].found);
  const issued = () => count(`award_issue WHERE state = 'issued'`);
  const workers = [...topology.workers];
  const faults = { kills: 0, emptied: 0, pauses: 0 };
  try {
    const [edition] = await fillWithPeople(topology.env, [{ editions: 1, people, earned: true }]);
    const ask = async (method) => {
      const { status } = await fetch(`${topology.address}/api/editions/${edition.id}/awards/pause`, {
        method,
        headers: { cookie: edition.registrar, 'x-libretto': 'web' },
      });
      if (status !== 204) throw new Error(`${method} of a pause was answered ${status}.`);
    };
    const kill = () => {
      const [worker] = workers.splice(randomInt(workers.length), 1);
      worker.kill('SIGKILL');
      workers.push(topology.startWorker());
      faults.kills += 1;
    };
    const empty = async () => {
      await redis.flushdb();
      faults.emptied += 1;
    };
    const pauseForAWhile = async () => {
      await ask('PUT');
      // Killed while it is paused, too.
      kill();
      await pause(randomInt(500, 2500));
      await ask('DELETE');
      faults.pauses += 1;
    };
    const begun = performance.now();
    const load = loadavg()[0];
    // Every kind of fault several times, spread at random over the whole way.
    const plan = [kill, kill, kill, kill, empty, empty, empty, pauseForAWhile, pauseForAWhile]
      .map((fault) => ({ fault, at: randomInt(Math.max(1, Math.floor(people * 0.9))) }))
      .sort((one, other) => one.at - other.at);
    for (;;) {
      const done = await issued();
      while (plan.length && plan[0].at <= done) await plan.shift().fault();
      if (done >= people && (await count(`sent_mail WHERE mail = 'credentials.issued'`)) >= people) break;
      if (performance.now() - begun > patienceMs) throw new Error(`Not in time: ${done} of ${people} were issued.`);
      await pause(250);
    }
    const seconds = (performance.now() - begun) / 1000;
    // Mails that would still come twice have their time.
    await pause(5000);
    const found = await issuedAwards(database, topology.mails);
    const wrong = Object.entries(found).filter(([, number]) => number !== people);
    if (wrong.length) throw new Error(`Of ${people} there are ${JSON.stringify(Object.fromEntries(wrong))}.`);
    const repeated = topology.mails.length - people;
    return { people, seconds, ...faults, repeated, load };
  } finally {
    await database.end();
    await redis.quit();
    await topology.stop();
  }
}

export const textOfCohort = ({ people, seconds, kills, emptied, pauses, repeated, load }) =>
  `${people.toLocaleString('en')} credentials were issued in ${seconds.toFixed(0)} s (${(people / seconds).toFixed(1)} a second, load ${load.toFixed(1)} as it began), with ${kills} workers killed, Redis emptied ${emptied} times and ${pauses} pauses: as many awards, valid credentials, certificates, entries of the log and mails, none missing and none twice. ${repeated} mails were handed to the mail server once more under the same Message-ID.`;
