import {
  type QueryRunner,
  Table,
  TableCheck,
  TableColumn,
  type TableColumnOptions,
  TableForeignKey,
  TableIndex,
} from 'typeorm';
import { isSqlite } from './data-source';
import { Names } from './names';

/** A column of a migration, in the words of `columns.ts`. */
export interface ColumnWords extends Partial<TableColumnOptions> {
  type: string;
  /** The table to which the column refers. */
  references?: string;
  /** Whether its rows are deleted with those to which they refer. */
  goesWithIt?: boolean;
}

export const id = (): ColumnWords => ({ type: 'varchar', length: '36', isPrimary: true });
export const reference = (table: string): ColumnWords => ({ type: 'varchar', length: '36', references: table });
export const madeOf = (table: string): ColumnWords => ({ ...reference(table), goesWithIt: true });
export const code = (): ColumnWords => ({ type: 'varchar', length: '40' });
export const line = (length = 200): ColumnWords => ({ type: 'varchar', length: String(length) });
export const paragraph = (): ColumnWords => ({ type: 'text' });
export const instant = (): ColumnWords => ({ type: 'datetime', precision: 3 });
export const day = (): ColumnWords => ({ type: 'varchar', length: '10' });
export const whole = (): ColumnWords => ({ type: 'int' });
export const flag = (): ColumnWords => ({ type: 'boolean' });
export const bytes = (): ColumnWords => ({ type: 'blob' });
export const json = paragraph;
export const optional = (words: ColumnWords): ColumnWords => ({ ...words, isNullable: true });

export interface TableWords {
  columns: Record<string, ColumnWords>;
  /** Column lists whose values no two rows share. */
  unique?: string[][];
  /** Column lists that queries filter by. */
  index?: string[][];
  /** Conditions of every row, by name. The entity states the same with `@Check`. */
  checks?: Record<string, string>;
  /** On SQLite: rows lie in the order of their ids, and nothing tells in which they came. */
  withoutRowid?: boolean;
}

const names = new Names();

/** Makes tables, in this order, with the same shape on every database. */
export async function createTables(runner: QueryRunner, tables: Record<string, TableWords>): Promise<void> {
  for (const [name, words] of Object.entries(tables)) await createTable(runner, name, words);
}

async function createTable(runner: QueryRunner, name: string, words: TableWords): Promise<void> {
  const columns = Object.entries(words.columns).map(([column, options]) => columnOf(runner, column, options));
  const indices = [
    ...(words.unique ?? []).map((columnNames) => indexOf(name, columnNames, true)),
    ...(words.index ?? []).map((columnNames) => indexOf(name, columnNames, false)),
  ];
  const foreignKeys = Object.entries(words.columns)
    .filter(([, { references }]) => references)
    .map(([column, { references, goesWithIt }]) => foreignKeyOf(name, column, references as string, goesWithIt));
  const checks = Object.entries(words.checks ?? {}).map(([check, expression]) => ({ name: check, expression }));
  const { withoutRowid = false } = words;
  await runner.createTable(new Table({ name, columns, indices, foreignKeys, checks, withoutRowid }));
  // The Table API silently leaves checks out on MySQL.
  if (!isSqlite(runner.connection)) for (const check of checks) await addCheck(runner, name, check);
}

const addCheck = (runner: QueryRunner, table: string, { name, expression }: { name: string; expression: string }) =>
  runner.query(`ALTER TABLE \`${table}\` ADD CONSTRAINT \`${name}\` CHECK (${expression})`);

/**
 * Replaces the checks of a table. TypeORM reads a check back from SQLite only up to the first `),`: do not write one
 * that contains it.
 */
export async function changeChecks(
  runner: QueryRunner,
  table: string,
  before: Record<string, string>,
  after: Record<string, string>,
): Promise<void> {
  for (const name of Object.keys(before))
    if (isSqlite(runner.connection)) await runner.dropCheckConstraint(table, name);
    else await runner.query(`ALTER TABLE \`${table}\` DROP CONSTRAINT \`${name}\``);
  for (const [name, expression] of Object.entries(after))
    if (isSqlite(runner.connection)) await runner.createCheckConstraint(table, new TableCheck({ name, expression }));
    else await addCheck(runner, table, { name, expression });
}

/** Adds a column to a table that may have rows already: `fill` is their value, as SQL. */
export async function addColumn(
  runner: QueryRunner,
  table: string,
  name: string,
  words: ColumnWords,
  fill = 'NULL',
): Promise<void> {
  const empty = columnOf(runner, name, optional(words));
  await runner.addColumn(table, empty);
  if (words.references) await runner.createForeignKey(table, foreignKeyOf(table, name, words.references));
  if (words.isNullable) return;
  const { driver } = runner.connection;
  await runner.query(`UPDATE ${driver.escape(table)} SET ${driver.escape(name)} = ${fill}`);
  await runner.changeColumn(table, name, columnOf(runner, name, words));
}

/** Drops a column that refers to another table: MySQL keeps a column that a foreign key uses. */
export async function dropReference(runner: QueryRunner, table: string, column: string): Promise<void> {
  await letGo(runner, table, column);
  await runner.dropColumn(table, column);
}

/** The column refers to nothing any more: MySQL keeps an index that a foreign key uses. */
export async function letGo(runner: QueryRunner, table: string, column: string): Promise<void> {
  const key = (await runner.getTable(table))?.foreignKeys.find(({ columnNames }) => columnNames.includes(column));
  if (key) await runner.dropForeignKey(table, key);
}

/** Adds an index to an existing table. */
export const addIndex = (runner: QueryRunner, table: string, columns: string[]) =>
  runner.createIndex(table, indexOf(table, columns, false));

/** No two rows share the values of these columns. */
export const addUnique = (runner: QueryRunner, table: string, columns: string[]) =>
  runner.createIndex(table, indexOf(table, columns, true));

export const dropIndex = (runner: QueryRunner, table: string, columns: string[]) =>
  runner.dropIndex(table, names.indexName(table, columns));

/** Replaces the columns whose values no two rows share. The new key comes first: a foreign key may need it. */
export async function changeUnique(
  runner: QueryRunner,
  table: string,
  before: string[],
  after: string[],
): Promise<void> {
  await runner.createIndex(table, indexOf(table, after, true));
  await runner.dropIndex(table, names.indexName(table, before));
}

function columnOf(
  runner: QueryRunner,
  name: string,
  { references: _, goesWithIt: __, ...words }: ColumnWords,
): TableColumn {
  const { driver } = runner.connection;
  const type = driver.normalizeType({
    type: words.type as never,
    length: words.length,
    precision: words.precision ?? null,
  });
  return new TableColumn({ ...words, name, type });
}

const indexOf = (table: string, columnNames: string[], isUnique: boolean) =>
  new TableIndex({ name: names.indexName(table, columnNames), columnNames, isUnique });

const foreignKeyOf = (table: string, column: string, referencedTableName: string, goesWithIt = false) =>
  new TableForeignKey({
    name: names.foreignKeyName(table, [column]),
    columnNames: [column],
    referencedTableName,
    referencedColumnNames: ['id'],
    onDelete: goesWithIt ? 'CASCADE' : 'RESTRICT',
    onUpdate: 'RESTRICT',
  });
