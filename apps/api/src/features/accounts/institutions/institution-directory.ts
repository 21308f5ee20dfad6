import { plain } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import type { Tx } from '../../../platform/database/transaction';
import { Institution } from './institution.entity';
import { closestFirst } from './closest-first';
import { standing, standingByIds } from './known-as';

export interface InstitutionCard {
  id: string;
  name: string;
  country: string;
  website: string | null;
}

@Injectable()
export class InstitutionDirectory {
  constructor(private readonly database: Database) {}

  /** Institutions by the ids asked for; for a merged id, the institution into which it was merged. */
  async byIds(ids: Iterable<string>): Promise<Map<string, InstitutionCard>> {
    return standingByIds(this.database.read, [...new Set(ids)]);
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
