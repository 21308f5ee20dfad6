import type { ColumnType, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isSqlite } from './data-source';
import { keyOf, noSuchPlace, type Place, placeOf } from './place';

/** An order by columns that are never empty; the last one tells rows apart that are alike in the others. */
export interface Order<Row> {
  readonly columns: readonly (keyof Row & string)[];
  readonly isDown?: boolean;
}

/** Reads a page of rows in this order, behind the place that a key names; `next` is the key of the page after it. */
export async function pageInOrder<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: Order<Row>,
  { after, size }: { after: string | undefined; size: number },
): Promise<{ rows: Row[]; next: string | null }> {
  const found = inOrder(query, order, after ? placeOf(after, order.columns.length) : null);
  const rows = await found.limit(size + 1).getMany();
  const last = rows.at(size - 1);
  return { rows: rows.slice(0, size), next: last && rows.length > size ? keyOf(placeIn(order, last)) : null };
}

/** The place of a row in an order. */
export const placeIn = <Row extends ObjectLiteral>({ columns }: Order<Row>, row: Row): Place =>
  columns.map((column) => {
    const value: unknown = row[column];
    return value instanceof Date ? value.toISOString() : (value as Place[number]);
  });

/** Puts a query in this order; with a place, it selects the rows behind it. */
export function inOrder<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { columns, isDown = false }: Order<Row>,
  behind: Place | null,
): SelectQueryBuilder<Row> {
  const named = columns.map((column) => `${query.alias}.${column}`);
  for (const name of named) query.addOrderBy(name, isDown ? 'DESC' : 'ASC');
  if (!behind) return query;
  const values = columns.map((column) => `:behind_${column}`);
  // Both say the same. SQLite finds its way through an index by the first form only, MariaDB by the second only.
  const isBehind = isSqlite(query.connection)
    ? `(${named.join(', ')}) ${isDown ? '<' : '>'} (${values.join(', ')})`
    : named.map((_, at) => behindBy(named.slice(0, at + 1), values, isDown ? '<' : '>')).join(' OR ');
  return query.andWhere(`(${isBehind})`, valuesOf(query, columns, behind));
}

/** A condition for rows that are alike in all of these columns but the last, and behind in that one. */
const behindBy = (named: readonly string[], values: readonly string[], sign: '<' | '>'): string =>
  `(${named.map((name, at) => `${name} ${at === named.length - 1 ? sign : '='} ${values[at]}`).join(' AND ')})`;

/** The values of a place as parameters. Anybody can write a key: a value that its column cannot have is refused. */
function valuesOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  columns: readonly string[],
  behind: Place,
): Record<string, unknown> {
  const metadata = query.expressionMap.mainAlias?.metadata;
  return Object.fromEntries(
    columns.map((column, at) => [
      `behind_${column}`,
      valueOf(metadata?.findColumnWithPropertyName(column)?.type, behind[at] ?? null),
    ]),
  );
}

function valueOf(type: ColumnType | undefined, value: Place[number]): string | number | boolean | Date {
  if (type === 'datetime') {
    const at = new Date(String(value));
    if (Number.isNaN(at.getTime())) throw noSuchPlace();
    return at;
  }
  const isIts = typeof value === (type === 'int' ? 'number' : type === 'boolean' ? 'boolean' : 'string');
  if (value === null || !isIts) throw noSuchPlace();
  return value;
}
