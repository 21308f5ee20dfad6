import type { DataSource, QueryRunner } from 'typeorm';
import { isSqlite } from './data-source';

/**
 * Brings the schema up to date and makes sure that it matches the entities. Processes that start side by side take
 * turns. Throws with the statements that would be missing.
 */
export async function migrate(source: DataSource): Promise<DataSource> {
  await oneAtATime(source, () => source.runMigrations());
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length)
    throw new Error(
      `The entities and the migrated schema differ: write a migration.\n${upQueries.map(({ query }) => `  ${query}`).join('\n')}`,
    );
  return source;
}

async function oneAtATime(source: DataSource, work: () => Promise<unknown>): Promise<void> {
  if (isSqlite(source)) {
    await work();
    return;
  }
  const runner: QueryRunner = source.createQueryRunner();
  try {
    await runner.query(`SELECT GET_LOCK('libretto-migrations', 120)`);
    await work();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK('libretto-migrations')`);
    await runner.release();
  }
}
