import { isAddress, tidyAddress } from '@libretto/contracts';
import { plain } from '@libretto/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Row {
  id: string;
  email: string;
}

/** Addresses are kept in the one form of their domain. */
export class OneAddress1795681200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const update = (table: string, values: object, where: object) =>
      runner.manager.createQueryBuilder().update(table).set(values).where(where).execute();
    for (const { id, email, to } of await this.spelledOtherwise(runner, 'account')) {
      const [{ givenName, familyName, deletedAt }] = await runner.manager
        .createQueryBuilder()
        .select('*')
        .from('account', 'account')
        .where({ id })
        .getRawMany();
      await update(
        'account',
        { email: to, ...(deletedAt ? {} : { foundBy: plain(`${familyName} ${givenName} ${to}`).slice(0, 1000) }) },
        { id },
      );
      await update('sent_mail', { recipient: to }, { recipient: email });
    }
    for (const table of ['invitation', 'address_change'])
      for (const { id, to } of await this.spelledOtherwise(runner, table)) await update(table, { email: to }, { id });
    // Codes under way to such a spelling are deleted, and can be asked for again.
    for (const { id } of await this.spelledOtherwise(runner, 'mailed_code'))
      await runner.manager.createQueryBuilder().delete().from('mailed_code').where({ id }).execute();
  }

  /** Nothing to undo: both spellings are the same address. */
  async down(): Promise<void> {}

  /** If two accounts have one address, the one in the normalised spelling stays the one that signs in. */
  private async spelledOtherwise(runner: QueryRunner, table: string): Promise<(Row & { to: string })[]> {
    const rows: Row[] = await runner.query(`SELECT id, email FROM ${table} ORDER BY id`);
    const taken = new Set(table === 'account' ? rows.map(({ email }) => email) : []);
    return rows.flatMap((row) => {
      const to = tidyAddress(row.email);
      if (to === row.email || !isAddress(to) || taken.has(to)) return [];
      if (table === 'account') taken.add(to);
      return { ...row, to };
    });
  }
}
