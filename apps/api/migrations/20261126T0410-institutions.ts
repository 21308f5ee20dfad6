import { plain } from '@libretto/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumn,
  addIndex,
  addUnique,
  changeUnique,
  code,
  type ColumnWords,
  dropIndex,
  instant,
  line,
  optional,
  paragraph,
  reference,
} from '../src/platform/database/schema';

const added: Record<string, [ColumnWords, fill?: string]> = {
  website: [optional(line(500))],
  rorId: [optional(line(20))],
  state: [code(), "'confirmed'"],
  proposedById: [optional(reference('account'))],
  proposedAt: [optional(instant())],
  mergedIntoId: [optional(reference('institution'))],
  folded: [line(200), "''"],
  names: [paragraph(), "''"],
  host: [optional(line(200))],
  nameKey: [optional(line(210))],
  hostKey: [optional(line(200))],
};
const indices = [['folded'], ['country', 'folded'], ['host'], ['state', 'folded']];

export class Institutions1795665000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, [words, fill]] of Object.entries(added))
      await addColumn(runner, 'institution', name, words, fill);
    await this.fold(runner);
    await changeUnique(runner, 'institution', ['name', 'country'], ['nameKey']);
    for (const column of ['rorId', 'hostKey']) await addUnique(runner, 'institution', [column]);
    for (const columns of indices) await addIndex(runner, 'institution', columns);
  }

  /**
   * Existing rows get their folded name; of two with the same spelling, the second has no key until they are merged.
   */
  private async fold(runner: QueryRunner): Promise<void> {
    const taken = new Set<string>();
    const rows: { id: string; name: string; country: string }[] = await runner.query(
      'SELECT id, name, country FROM institution',
    );
    for (const { id, name, country } of rows) {
      const folded = plain(name.replaceAll('|', ' ')).slice(0, 200);
      const nameKey = `${country} ${folded}`;
      const values = [folded, `|${folded}|`, taken.has(nameKey) ? null : nameKey, id];
      await runner.query('UPDATE institution SET folded = ?, names = ?, nameKey = ? WHERE id = ?', values);
      taken.add(nameKey);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of indices) await dropIndex(runner, 'institution', columns);
    for (const column of ['rorId', 'hostKey']) await dropIndex(runner, 'institution', [column]);
    await changeUnique(runner, 'institution', ['nameKey'], ['name', 'country']);
    for (const column of ['mergedIntoId', 'proposedById'])
      await runner.dropForeignKey('institution', `fk_institution_${column}`);
    for (const name of Object.keys(added).reverse()) await runner.dropColumn('institution', name);
  }
}
