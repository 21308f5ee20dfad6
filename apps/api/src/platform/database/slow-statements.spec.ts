import { describeOnEachDatabase } from '../../testing/test-app';
import type { Log } from '../log/log';
import { ProcessLog } from '../log/process-log';
import { onBehalfOf, currentRequest } from '../log/request-context';
import { dataSourceOptions } from './data-source';
import { SlowStatements } from './slow-statements';
import { slowFrom, type SlowStatement } from './statement-log';

describeOnEachDatabase('a slow statement', (app) => {
  /** Takes longer than what is slow, on whichever machine. */
  const slow = () =>
    app().database.isSqlite
      ? app().database.read.query(
          `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) SELECT COUNT(*) FROM n WHERE i <> ?`,
          ['ana@secret.example'],
        )
      : app().database.read.query('SELECT SLEEP(?)', [(slowFrom + 100) / 1000]);

  it('is heard of, with how long it took', async () => {
    const heard: SlowStatement[] = [];
    app().database.onSlow((statement) => heard.push(statement));
    await app().database.read.query('SELECT 1');
    await slow();
    expect(heard).toMatchObject([{ sql: expect.stringMatching(/SLEEP|RECURSIVE/) }]);
    expect(heard[0]?.took).toBeGreaterThan(slowFrom);
  }, 60_000);

  it('is written to the log with its plan and without its values, at no request’s cost', async () => {
    const lines: object[] = [];
    const log = { warn: (line: object) => lines.push(line) } as unknown as Log;
    const sql = 'SELECT id FROM account WHERE email > ?';
    const statements = await onBehalfOf('a request', async () => {
      await new SlowStatements(app().database, new ProcessLog(log)).tell({
        sql,
        values: ['ana@secret.example'],
        took: 300,
      });
      return currentRequest()?.statements;
    });
    expect(statements).toBe(0);
    expect(lines).toMatchObject([{ sql, took: 300 }]);
    expect(JSON.stringify(lines)).toMatch(/"plan":\[.*account/);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('without a plan, as one that makes a table, is written all the same', async () => {
    const lines: object[] = [];
    const log = { warn: (line: object) => lines.push(line) } as unknown as Log;
    await new SlowStatements(app().database, new ProcessLog(log)).tell({ sql: 'CREATE TABLE', values: [], took: 300 });
    await new SlowStatements(app().database, new ProcessLog(log)).tell({
      sql: 'SELECT of nothing',
      values: [],
      took: 300,
    });
    expect(lines).toMatchObject([{ plan: null }, { plan: null }]);
  });
});

it.each([
  [true, slowFrom],
  [false, undefined],
])('a development (%j) times its statements, a production none', async (demo, time) => {
  const where = { databaseUrl: undefined, dataFolder: '/nowhere', demo };
  const options = await dataSourceOptions(where, { migrations: [], entities: [] });
  expect(options.maxQueryExecutionTime).toBe(time);
});
