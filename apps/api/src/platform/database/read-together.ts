import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

type ColumnMetadata = EntityMetadata['columns'][number];

/** The named values of a piece of SQL; a list is written `:...ids`. */
export type Values = Readonly<Record<string, unknown>>;

/** One kind of rows that a statement reads. */
export interface Rows<Row> {
  /** SQL that selects each row as a JSON array named `cells`, with its positional values. */
  readonly select: (manager: EntityManager) => readonly [sql: string, values: readonly unknown[]];
  readonly rowsFrom: (cells: readonly unknown[][], manager: EntityManager) => Row[];
}

type RowIn<Kind> = Kind extends Rows<infer Row> ? Row : never;

/** The rows of each of several kinds. */
export type RowsRead<Kinds> = { [Name in keyof Kinds]: RowIn<Kinds[Name]>[] };

/** Rows of one entity: the columns that are asked for, and others beside them. */
export interface Asked<Row, Column extends keyof Row, Beside extends string> {
  /** The columns to read; without it, all of them. */
  readonly columns?: readonly Column[];
  /** Cells from other tables, by name, each with its SQL. Their values come as the database has them. */
  readonly beside?: Readonly<Record<Beside, string>>;
  /** The columns by which the rows are sorted. */
  readonly by?: readonly (NoInfer<Column> & string)[];
}

type Cell = string | number | null;

/**
 * The rows of an entity that `where` selects: SQL behind `FROM <its table> it`, so it may join other tables first. They are
 * plain data with the types of the entity's columns, but none of its class.
 */
export function rowsOf<Row extends ObjectLiteral, Column extends keyof Row = keyof Row, Beside extends string = never>(
  entity: EntityTarget<Row>,
  where: string,
  values: Values,
  { columns, beside, by }: Asked<Row, Column, Beside> = {},
): Rows<Pick<Row, Column> & Record<Beside, Cell>> {
  const others = Object.entries<string>(beside ?? ({} as Record<Beside, string>));
  const columnsOf = (manager: EntityManager): ColumnMetadata[] => {
    const all = manager.connection.getMetadata(entity).columns;
    return columns ? all.filter(({ propertyName }) => columns.includes(propertyName as Column)) : all;
  };
  return {
    select: (manager) => {
      const nameOf = (name: string) => manager.connection.driver.escape(name);
      const cells = columnsOf(manager).map(({ databaseName }) => `it.${nameOf(databaseName)}`);
      const table = nameOf(manager.connection.getMetadata(entity).tableName);
      return selectOf(manager, [...cells, ...others.map(([, sql]) => sql)], `FROM ${table} it ${where}`, values);
    },
    rowsFrom: (found, manager) => {
      const rows = hydrated(columnsOf(manager), found) as (Pick<Row, Column> & Record<Beside, Cell>)[];
      const from = columnsOf(manager).length;
      for (const [at, row] of rows.entries())
        for (const [behind, [name]] of others.entries()) Object.assign(row, { [name]: found[at]?.[from + behind] });
      return by ? rows.sort((one, other) => inOrderOf(by, one, other)) : rows;
    },
  };
}

/** The rows of its main entity that a query finds, in its order. */
export function rowsFound<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Rows<Row> {
  const columnsOf = (manager: EntityManager) =>
    manager.connection.getMetadata(query.expressionMap.mainAlias?.target as EntityTarget<Row>).columns;
  return {
    select: (manager) => {
      const cells = columnsOf(manager).map(({ propertyName }) => `${query.alias}.${propertyName}`);
      return query
        .clone()
        .select(`JSON_ARRAY(${cells.join(', ')})`, 'cells')
        .getQueryAndParameters();
    },
    rowsFrom: (found, manager) => hydrated(columnsOf(manager), found) as Row[],
  };
}

/** Cells that the SQL names, of a query that joins, groups or counts. */
export const cellsFound = <Name extends string, Row extends ObjectLiteral>(
  cells: Readonly<Record<Name, string>>,
  query: SelectQueryBuilder<Row>,
): Rows<Record<Name, Cell>> => ({
  select: () =>
    query
      .clone()
      .select(`JSON_ARRAY(${Object.values<string>(cells).join(', ')})`, 'cells')
      .getQueryAndParameters(),
  rowsFrom: (found) => named(cells, found),
});

/** The number of rows that a query finds. */
export const countFound = <Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Rows<number> => ({
  select: () => query.clone().select('JSON_ARRAY(COUNT(*))', 'cells').getQueryAndParameters(),
  rowsFrom: (found) => found.map(([number]) => Number(number)),
});

/** Rows of cells that the SQL names, such as counts; `from` begins with `FROM`. */
export const cellsOf = <Name extends string, Row extends Record<Name, Cell> = Record<Name, Cell>>(
  cells: Readonly<Record<Name, string>>,
  from: string,
  values: Values,
): Rows<Row> => ({
  select: (manager) => selectOf(manager, Object.values<string>(cells), from, values),
  rowsFrom: (found) => named(cells, found) as Row[],
});

/** The number of rows behind this SQL, which begins with `FROM`. */
export const countOf = (from: string, values: Values): Rows<number> =>
  made(cellsOf({ number: 'COUNT(*)' }, from, values), ({ number }) => Number(number));

const named = <Name extends string>(cells: Readonly<Record<Name, string>>, found: readonly (readonly unknown[])[]) =>
  found.map((row) => Object.fromEntries(Object.keys(cells).map((name, at) => [name, row[at]])) as Record<Name, Cell>);

/** The same rows, each made into something else. */
export const made = <Row, Other>(rows: Rows<Row>, into: (row: Row) => Other): Rows<Other> => ({
  ...rows,
  rowsFrom: (found, manager) => rows.rowsFrom(found, manager).map(into),
});

/** The same for rows of the same tables, cells and values. */
export const keyOfRows = (kind: Rows<unknown>, manager: EntityManager): string => JSON.stringify(kind.select(manager));

/** Reads several kinds of rows with one statement. */
export async function readTogether<Kinds extends Record<string, Rows<unknown>>>(
  manager: EntityManager,
  kinds: Kinds,
): Promise<RowsRead<Kinds>> {
  const found = await cellsTogether(manager, Object.values(kinds));
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { rowsFrom }], at) => [name, rowsFrom(found[at] ?? [], manager)]),
  ) as RowsRead<Kinds>;
}

/** The cells of several kinds of rows, with one statement: each row comes as a JSON array, beside the number of its kind. */
export async function cellsTogether(
  manager: EntityManager,
  kinds: readonly Rows<unknown>[],
): Promise<(readonly unknown[][])[]> {
  const values: unknown[] = [];
  const selects = kinds.map((kind, at) => {
    const [sql, given] = kind.select(manager);
    values.push(...given);
    // A part of a union has no order and no limit of its own.
    return /\bLIMIT\b/.test(sql)
      ? `SELECT ${at} AS kind, cells FROM (${sql}) part${at}`
      : sql.replace('SELECT', `SELECT ${at} AS kind,`);
  });
  // MariaDB's driver parses JSON itself.
  const found: { kind: number | string; cells: string | unknown[] }[] = await manager.query(
    selects.join(' UNION ALL '),
    values,
  );
  const byKind: unknown[][][] = kinds.map(() => []);
  for (const { kind, cells } of found)
    byKind[Number(kind)]?.push(typeof cells === 'string' ? JSON.parse(cells) : cells);
  return byKind;
}

function selectOf(manager: EntityManager, cells: readonly string[], from: string, values: Values) {
  const sql = `SELECT JSON_ARRAY(${cells.join(', ')}) AS cells ${from}`;
  return manager.connection.driver.escapeQueryWithParameters(sql, withoutEmpty(values));
}

/** Makes rows of cells into what the entity with these columns has. */
function hydrated(columns: readonly ColumnMetadata[], found: readonly (readonly unknown[])[]): ObjectLiteral[] {
  const named = columns.map((column) => [column.propertyName, readerOf(column)] as const);
  return found.map((cells) => {
    const row: ObjectLiteral = {};
    named.forEach(([name, read], at) => (row[name] = cells[at] === null ? null : read(cells[at])));
    return row;
  });
}

/** Nothing is in an empty list; MariaDB does not know one. */
const withoutEmpty = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) && !value.length ? [null] : value]),
  );

/** Whether a cell is true. MariaDB gives some conditions as the texts `0` and `1`, and JavaScript takes both texts for true. */
export const flagIn = (cell: unknown): boolean => Number(cell) === 1;

/** The instant that a cell has. */
export const instantIn = (cell: unknown): Date => new Date(`${String(cell).replace(' ', 'T')}Z`);

/** Makes a cell into the value that the entity's column has. */
function readerOf({ type, transformer }: ColumnMetadata): (cell: unknown) => unknown {
  if (transformer && !Array.isArray(transformer)) return (cell) => transformer.from(cell);
  if (type === 'boolean') return flagIn;
  if (type === 'datetime') return instantIn;
  return (cell) => cell;
}

function inOrderOf<Row>(by: readonly (keyof Row)[], one: Row, other: Row): number {
  for (const column of by) {
    const [a, b] = [one[column], other[column]];
    if (a < b) return -1;
    if (a > b) return 1;
  }
  return 0;
}
