import type { DataSource, QueryRunner } from 'typeorm';
import { isSqlite } from './data-source';

/**
 * Brings the schema up to date and makes sure that what it became matches the entities. Processes that start side by
 * side take turns. Throws with the statements that would be missing.
 */
export async function migrate(source: DataSource): Promise<DataSource> {
  const applied = await oneAtATime(source, () => source.runMigrations());
  // A server takes a second and more to describe all its tables: only a schema that has changed is compared.
  if (!applied.length) return source;
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  if (upQueries.length)
    throw new Error(
      `The entities and the migrated schema differ: write a migration.\n${upQueries.map(({ query }) => `  ${query}`).join('\n')}`,
    );
  return source;
}

async function oneAtATime<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  if (isSqlite(source)) return work();
  const runner: QueryRunner = source.createQueryRunner();
  try {
    await runner.query(`SELECT GET_LOCK('libretto-migrations', 120)`);
    return await work();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK('libretto-migrations')`);
    await runner.release();
  }
}
