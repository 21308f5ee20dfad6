import type { Database } from '../../platform/database/database';
import { countOf, rowsOf, type Values } from '../../platform/database/read-together';
import { FallingBehind } from './falling-behind.entity';

/** SQL: the row `it` is of somebody who is still behind. */
const isStillBehind = 'it.recorded < it.needed';

/** Those who are behind, by a condition on the row `it`. */
export const behindRows = (where: string, values: Values) =>
  rowsOf(FallingBehind, `WHERE ${isStillBehind} AND ${where}`, values, { by: ['id'] });

const allIn = `FROM falling_behind it WHERE ${isStillBehind} AND it.editionId = :editionId`;

/** Their number in an edition. */
export const behindIn = (editionId: string) => countOf(allIn, { editionId });

/** SQL: their enrolments in the edition `:editionId`. */
export const enrolmentsBehind = `SELECT it.enrolmentId ${allIn}`;

/** Those of these enrolments that are behind. One statement. */
export async function behindAmong(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const behind = await database.rows(behindRows('it.enrolmentId IN (:...ids)', { ids }));
  return new Set(behind.map(({ enrolmentId }) => enrolmentId));
}
