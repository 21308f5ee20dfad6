import { Injectable } from '@nestjs/common';
import { In, Like, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Institution } from './institution.entity';

export interface InstitutionCard {
  id: string;
  name: string;
  country: string;
  emailDomain: string | null;
}

const pageSize = 50;

@Injectable()
export class InstitutionDirectory {
  constructor(private readonly database: Database) {}

  async byIds(ids: Iterable<string>): Promise<Map<string, InstitutionCard>> {
    const wanted = [...new Set(ids)];
    const rows = wanted.length ? await this.database.read.findBy(Institution, { id: In(wanted) }) : [];
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A page of those whose name contains `text`, by id. */
  async containing(text: string, after?: string): Promise<{ items: InstitutionCard[]; next: string | null }> {
    const rows = await this.database.read.find(Institution, {
      where: { name: Like(`%${text.replace(/[%_\\]/g, '')}%`), ...(after ? { id: MoreThan(after) } : {}) },
      order: { id: 'ASC' },
      take: pageSize + 1,
    });
    const items = rows.slice(0, pageSize);
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
  }
}
