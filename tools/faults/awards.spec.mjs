import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { issuedAwards } from '../scaled/issued-awards.mjs';
import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { startTopology } from '../scaled/topology.mjs';

const minutes = 60_000;

/** People have earned their award, two workers are about to issue them, and then faults happen. */
describe('awards', () => {
  let people;
  let topology;
  let database;

  const begin = async (howMany) => {
    people = howMany;
    topology = await startTopology({ apis: 1, workers: 2 });
    database = await createConnection({ uri: topology.databaseUrl, timezone: 'Z' });
    await fillWithPeople(topology.env, [{ editions: 1, people, earned: true }]);
  };
  afterEach(async () => {
    await database?.end();
    await topology?.stop();
  });

  const count = async (sql) =>
    Number((await database.query(`SELECT COUNT(*) AS rows_found FROM ${sql}`))[0][0].rows_found);
  const jobsDone = () => count(`outbox WHERE state = 'done'`);
  const until = async (holds, patience) => {
    const end = Date.now() + patience;
    while (!(await holds())) {
      if (Date.now() > end)
        throw new Error(`Not in time: ${await jobsDone()} jobs were done and ${topology.mails.length} mails sent`);
      await pause(20);
    }
  };
  const allMailed = async () => (await count(`sent_mail WHERE mail = 'credentials.issued'`)) >= people;

  const expectOneOfEachForEverybody = async () =>
    expect(await issuedAwards(database, topology.mails)).toEqual({
      ...{ awards: people, people, credentials: people, certificates: people, issued: people },
      ...{ leaves: people, credentialsInLog: people, mails: people, readers: people },
    });

  it(
    'come out once each although a worker is killed at twenty moments',
    async () => {
      await begin(50);
      const workers = [...topology.workers];
      for (let kill = 1; kill <= 20; kill += 1) {
        // Each time a little more is done, so that the twenty are spread over the whole way; a worker that has only
        // just begun counts too.
        await Promise.race([
          until(async () => (await jobsDone()) >= kill * 6, 5 * minutes).catch(() => {}),
          pause(1500),
        ]);
        expect(await jobsDone()).toBeLessThan(3 * people);
        workers.shift().kill('SIGKILL');
        workers.push(topology.startWorker());
      }
      await until(allMailed, 5 * minutes);
      await expectOneOfEachForEverybody();
    },
    8 * minutes,
  );

  it(
    'come out once each although Redis forgets everything half-way',
    async () => {
      await begin(20);
      const redis = new Redis(topology.redisUrl);
      await until(async () => (await count('award')) >= people / 2, minutes);
      await redis.flushdb();
      await redis.quit();
      expect(await allMailed()).toBe(false);
      await until(allMailed, 5 * minutes);
      await expectOneOfEachForEverybody();
    },
    8 * minutes,
  );
});
