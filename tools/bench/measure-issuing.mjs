import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { fillWithPeople } from '../scaled/load-fixtures.mjs';
import { startTopology } from '../scaled/topology.mjs';

/** So many people meet their last requirement at once: the credentials a second, until the last one is there. */
export async function measureIssuing(awards) {
  const { env, stop } = await startTopology();
  try {
    await fillWithPeople(env, [{ editions: 1, people: awards, earned: true }]);
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
    return { awards, seconds: Number(seconds), perSecond: awards / Number(seconds) };
  } finally {
    await stop();
  }
}
