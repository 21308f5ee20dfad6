import type { SelectQueryBuilder } from 'typeorm';

/**
 * Asks for rows in the order of these columns, the id deciding among those that are alike, and for those behind a row where one
 * is given: a list paged by key, in whichever order.
 */
export function inOrder<Row extends { id: string }, Column extends keyof Row & string>(
  query: SelectQueryBuilder<Row>,
  columns: readonly Column[],
  { isDown, behind }: { isDown: boolean; behind: Pick<Row, Column | 'id'> | null },
): SelectQueryBuilder<Row> {
  const keys = [...columns, 'id' as const];
  const named = keys.map((key) => `${query.alias}.${key}`);
  for (const name of named) query.addOrderBy(name, isDown ? 'DESC' : 'ASC');
  if (!behind) return query;
  // One by one: SQLite's driver leaves moments within a list as they are.
  const place = keys.map((key) => `:behind_${key}`);
  return query.andWhere(
    `(${named.join(', ')}) ${isDown ? '<' : '>'} (${place.join(', ')})`,
    Object.fromEntries(keys.map((key) => [`behind_${key}`, behind[key]])),
  );
}
