import type {
  ColumnType,
  EntityManager,
  EntityMetadata,
  EntityTarget,
  ObjectLiteral,
  SelectQueryBuilder,
} from 'typeorm';
import { isSqlite } from './data-source';
import { type Asked, type Rows, rowsFound, rowsOf, type Values } from './read-together';
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
  { after, size }: Omit<PageAsked<Row>, 'order'>,
): Promise<{ rows: Row[]; next: string | null }> {
  return pageOf(await onPage(query, { order, after, size }).getMany(), order, size);
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
  const metadata = query.expressionMap.mainAlias?.metadata;
  return query.andWhere(
    isBehind(isSqlite(query.connection), named, { columns, isDown }),
    valuesOf(metadata, columns, behind),
  );
}

/**
 * The rows of a page in this order, and one more that shows that there is a next page: `pageOf` makes a page of them.
 * `where` is as for `rowsOf`, and ends with a condition.
 */
export function rowsInOrder<
  Row extends ObjectLiteral,
  Column extends keyof Row = keyof Row,
  Beside extends string = never,
>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  [where, values]: readonly [string, Values],
  { order, after, size, ...asked }: Asked<Row, Column, Beside> & PageAsked<Row>,
) {
  const { columns, isDown = false } = order;
  const behind = behindOf(order, after);
  const named = columns.map((column) => `it.${column}`);
  const sorted = named.map((name) => `${name} ${isDown ? 'DESC' : 'ASC'}`).join(', ');
  const condition = behind ? ` AND ${isBehind(isSqlite(manager.connection), named, { columns, isDown })}` : '';
  const given = behind ? valuesOf(manager.connection.getMetadata(entity), columns, behind) : {};
  return rowsOf<Row, Column, Beside>(
    entity,
    `${where}${condition} ORDER BY ${sorted} LIMIT ${size + 1}`,
    { ...values, ...given },
    asked,
  );
}

/** The same page of what a query finds. */
export const pageFound = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  asked: PageAsked<Row>,
): Rows<Row> => rowsFound(onPage(query, asked));

/** Limits a query to a page, and one row more that shows that there is a next page. */
export const onPage = <Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { order, after, size }: PageAsked<Row>,
): SelectQueryBuilder<Row> => inOrder(query, order, behindOf(order, after)).limit(size + 1);

/** The place of the row behind which a page begins. */
const behindOf = <Row>({ columns }: Order<Row>, after: string | undefined): Place | null =>
  after ? placeOf(after, columns.length) : null;

interface PageAsked<Row> {
  readonly order: Order<Row>;
  readonly after: string | undefined;
  readonly size: number;
}

/** The page that these rows are, one of which may be of the next page. */
export function pageOf<Row extends ObjectLiteral>(
  rows: readonly Row[],
  order: Order<Row>,
  size: number,
): { rows: Row[]; next: string | null } {
  const last = rows.at(size - 1);
  return { rows: rows.slice(0, size), next: last && rows.length > size ? keyOf(placeIn(order, last)) : null };
}

/**
 * The page that rows of several questions make together. Each question found its rows in an order of its own, whose
 * columns stand for those of the others, and one row more than a page has.
 */
export function pageOfAll<Row extends ObjectLiteral>(
  found: readonly { readonly rows: readonly Row[]; readonly order: Order<Row> }[],
  size: number,
): { rows: Row[]; next: string | null } {
  const placed = found.flatMap(({ rows, order }) => rows.map((row) => ({ row, place: placeIn(order, row) })));
  const sign = found[0]?.order.isDown ? -1 : 1;
  placed.sort((one, other) => sign * compared(one.place, other.place));
  const last = placed.at(size - 1);
  return {
    rows: placed.slice(0, size).map(({ row }) => row),
    next: last && placed.length > size ? keyOf(last.place) : null,
  };
}

/** Which of two places comes first: the databases compare texts by their bytes. */
function compared(one: Place, other: Place): number {
  for (const [at, value] of one.entries()) {
    const than = other[at] ?? null;
    const by =
      typeof value === 'string' && typeof than === 'string'
        ? Buffer.compare(Buffer.from(value), Buffer.from(than))
        : Number(value) - Number(than);
    if (by) return by;
  }
  return 0;
}

/** A condition for rows behind a place, whose values have the names of the columns. */
function isBehind(
  onSqlite: boolean,
  named: readonly string[],
  { columns, isDown }: { columns: readonly string[]; isDown: boolean },
): string {
  const values = columns.map((column) => `:behind_${column}`);
  const sign = isDown ? '<' : '>';
  // Both say the same. SQLite finds its way through an index by the first form only, MariaDB by the second only.
  return onSqlite
    ? `((${named.join(', ')}) ${sign} (${values.join(', ')}))`
    : `(${named.map((_, at) => behindBy(named.slice(0, at + 1), values, sign)).join(' OR ')})`;
}

/** A condition for rows that are alike in all of these columns but the last, and behind in that one. */
const behindBy = (named: readonly string[], values: readonly string[], sign: '<' | '>'): string =>
  `(${named.map((name, at) => `${name} ${at === named.length - 1 ? sign : '='} ${values[at]}`).join(' AND ')})`;

/** The values of a place as parameters. Anybody can write a key: a value that its column cannot have is refused. */
function valuesOf(
  metadata: EntityMetadata | undefined,
  columns: readonly string[],
  behind: Place,
): Record<string, unknown> {
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
