import { DefaultNamingStrategy, type Table } from 'typeorm';

type Named = Table | string;
const plain = (table: Named) => (typeof table === 'string' ? table : table.name).split('.').at(-1);
const name = (kind: string, table: Named, columns: string[]) =>
  `${kind}_${plain(table)}_${columns.join('_')}`.slice(0, 64);

/** Keys are named after their columns, the same on every database, so that entities and migrations agree. */
export class Names extends DefaultNamingStrategy {
  override primaryKeyName(table: Named, columns: string[]) {
    return name('pk', table, columns);
  }
  override uniqueConstraintName(table: Named, columns: string[]) {
    return name('uq', table, columns);
  }
  override indexName(table: Named, columns: string[]) {
    return name('ix', table, columns);
  }
  override foreignKeyName(table: Named, columns: string[]) {
    return name('fk', table, columns);
  }
}
