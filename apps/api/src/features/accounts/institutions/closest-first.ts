import type { InstitutionState } from '@libretto/domain';
import { type EntityManager, In } from 'typeorm';
import { Institution } from '../institution.entity';

interface Search {
  /** Folded; empty for all. */
  readonly words: string;
  readonly states: readonly InstitutionState[];
  readonly after?: string | undefined;
}

const pageSize = 50;

/**
 * A page of the institutions of which every word occurs in one of their names: those called exactly so come first, then
 * those that begin so; then by name. Two statements, and paged by key.
 */
export async function closestFirst(manager: EntityManager, search: Search): Promise<{ items: Institution[]; next: string | null }> {
  const found = matching(manager, search).addSelect(rank, 'rank').setParameters({ exact: `%|${escaped(search.words)}|%`, begins: `${escaped(search.words)}%` });
  const last = search.after ? await lastOf(manager, search.after) : null;
  if (last) {
    const { rank: r, folded, id } = last;
    found.andWhere(`(${rank} > :r OR (${rank} = :r AND (i.folded > :folded OR (i.folded = :folded AND i.id > :id))))`, { r, folded, id });
  }
  const { entities, raw } = await found.orderBy('`rank`').addOrderBy('i.folded').addOrderBy('i.id').limit(pageSize + 1).getRawAndEntities<{ rank: number }>();
  const items = entities.slice(0, pageSize);
  const end = items.at(-1);
  return { items, next: entities.length > pageSize && end ? `${raw[pageSize - 1]?.rank}.${end.id}` : null };
}

/** How many such a search finds. */
export const countMatching = (manager: EntityManager, search: Omit<Search, 'after'>): Promise<number> => matching(manager, search).getCount();

const rank = `CASE WHEN i.names LIKE :exact ESCAPE '!' THEN 0 WHEN i.folded LIKE :begins ESCAPE '!' THEN 1 ELSE 2 END`;

function matching(manager: EntityManager, { words, states }: Omit<Search, 'after'>) {
  const query = manager.createQueryBuilder(Institution, 'i').where({ state: In([...states]) });
  for (const [at, word] of words.split(' ').filter(Boolean).slice(0, 8).entries())
    query.andWhere(`i.names LIKE :word${at} ESCAPE '!'`, { [`word${at}`]: `%${escaped(word)}%` });
  return query;
}

async function lastOf(manager: EntityManager, after: string): Promise<{ rank: number; folded: string; id: string } | null> {
  const [rankOfLast, id = ''] = after.split('.');
  const row = await manager.findOneBy(Institution, { id });
  return row && { rank: Number(rankOfLast), folded: row.folded, id };
}

const escaped = (text: string) => text.replace(/[!%_]/g, '!$&');
