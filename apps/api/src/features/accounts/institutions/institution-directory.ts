import { plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { made, type Rows, rowsOf, type Values } from '../../../platform/database/read-together';
import type { Tx } from '../../../platform/database/transaction';
import { Institution } from './institution.entity';
import { closestFirst } from './closest-first';
import { standing } from './known-as';

export interface InstitutionCard {
  id: string;
  name: string;
  country: string;
  website: string | null;
}

/**
 * The cells of an institution that a row of another table names: of `became`, into which it was merged, and otherwise of
 * `institution` itself.
 */
export const institutionCells = {
  institutionId: 'COALESCE(became.id, institution.id)',
  institutionName: 'COALESCE(became.name, institution.name)',
  institutionCountry: 'COALESCE(became.country, institution.country)',
  institutionWebsite: 'CASE WHEN became.id IS NULL THEN institution.website ELSE became.website END',
} as const;

/** The institution in a row with these cells; `null` if there is none. */
export const institutionIn = (row: Readonly<Record<keyof typeof institutionCells, unknown>>): InstitutionCard | null =>
  row.institutionId === null
    ? null
    : {
        id: String(row.institutionId),
        name: String(row.institutionName),
        country: String(row.institutionCountry),
        website: row.institutionWebsite === null ? null : String(row.institutionWebsite),
      };

/**
 * The institutions whose ids this SQL selects as `id`, each with the id that was asked for, for a statement that reads
 * other rows beside them.
 */
export const institutionRows = (ids: string, values: Values): Rows<readonly [askedId: string, InstitutionCard]> =>
  made(
    rowsOf(
      Institution,
      `JOIN (${ids}) wanted ON wanted.id = it.id
       JOIN institution ON institution.id = it.id
       LEFT JOIN institution became ON became.id = it.mergedIntoId`,
      values,
      { columns: ['id'], beside: institutionCells, by: ['id'] },
    ),
    (row) => [row.id, institutionIn(row) as InstitutionCard] as const,
  );

/** The institutions with these ids, for such a statement. */
export const institutionsWith = (ids: Iterable<string>): Rows<readonly [askedId: string, InstitutionCard]> =>
  institutionRows('SELECT id FROM institution WHERE id IN (:...ids)', { ids: [...new Set(ids)] });

@Injectable()
export class InstitutionDirectory {
  constructor(private readonly database: Database) {}

  /** Institutions by the ids asked for; for a merged id, the institution into which it was merged. */
  async byIds(ids: Iterable<string>): Promise<Map<string, InstitutionCard>> {
    const wanted = [...new Set(ids)];
    if (!wanted.length) return new Map();
    return new Map(await this.database.rows(institutionsWith(wanted)));
  }

  /** A page of confirmed institutions with this name, the closest first. */
  async called(text: string, after?: string): Promise<{ items: InstitutionCard[]; next: string | null }> {
    return closestFirst(this.database.read, { words: plain(text), state: 'confirmed', after });
  }

  /**
   * Locks an institution, following merges, until the end of the transaction: so a count of its places comes either
   * before a merge or after it.
   */
  async lock(tx: Tx, id: string): Promise<InstitutionCard> {
    return standing(tx.manager, await tx.lock(Institution, id));
  }
}
