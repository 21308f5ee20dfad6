import type { InstitutionsSort } from '@libretto/contracts';
import type { InstitutionState } from '@libretto/domain';
import { type EntityManager, Not } from 'typeorm';
import { inOrder } from '../../../platform/database/in-order';
import { literally } from '../../../platform/database/literally';
import { keyOf, noSuchPlace, placeOf } from '../../../platform/database/place';
import { Institution } from './institution.entity';

interface Search {
  /** Folded; empty for all. */
  readonly words: string;
  readonly country?: string | undefined;
  /** Absent: every institution that was not merged. */
  readonly state?: InstitutionState | undefined;
  /** Absent: the closest first. */
  readonly sort?: InstitutionsSort;
  readonly after?: string | undefined;
}

const pageSize = 50;

/**
 * A page of institutions that have every word of the search in one of their names. Exact matches come first, then those
 * that begin with it, then by name; or all in the sort order of the request. It takes two statements and is paged by
 * key: a hundred thousand institutions are read in the order of an index and not sorted.
 */
export async function closestFirst(
  manager: EntityManager,
  search: Search,
): Promise<{ items: Institution[]; next: string | null }> {
  const { entities, raw } = await pageOf(manager, search).getRawAndEntities<{ rank?: number }>();
  const items = entities.slice(0, pageSize);
  const end = items.at(-1);
  const key = end && keyOf([raw[pageSize - 1]?.rank ?? 0, end.state, end.folded, end.id]);
  return { items, next: entities.length > pageSize && key ? key : null };
}

/** Selects a page and one row more, which shows that there is a next page. */
export function pageOf(manager: EntityManager, search: Search) {
  const { sort } = search;
  const last = search.after ? lastOf(search.after) : null;
  const found = matching(manager, search).limit(pageSize + 1);
  if (sort)
    return inOrder(
      found,
      { columns: sort.endsWith('state') ? ['state', 'folded', 'id'] : ['folded', 'id'], isDown: sort.startsWith('-') },
      last && (sort.endsWith('state') ? [last.state, last.folded, last.id] : [last.folded, last.id]),
    );
  const page = found.orderBy('i.folded').addOrderBy('i.id');
  const isAfter = 'i.folded >= :folded AND (i.folded > :folded OR i.id > :id)';
  if (!search.words) return last ? page.andWhere(isAfter, last) : page;
  page
    .addSelect(rank, 'rank')
    .setParameters({ exact: `%|${literally(search.words)}|%`, begins: `${literally(search.words)}%` });
  if (last) page.andWhere(`(${rank} > :rank OR (${rank} = :rank AND ${isAfter}))`, last);
  return page.orderBy('`rank`').addOrderBy('i.folded').addOrderBy('i.id');
}

/** The number of institutions that a search finds. */
export const countMatching = (manager: EntityManager, search: Omit<Search, 'after'>): Promise<number> =>
  matching(manager, search).getCount();

const rank = `CASE WHEN i.names LIKE :exact ESCAPE '!' THEN 0 WHEN i.folded LIKE :begins ESCAPE '!' THEN 1 ELSE 2 END`;

function matching(manager: EntityManager, { words, country, state }: Omit<Search, 'after'>) {
  const query = manager
    .createQueryBuilder(Institution, 'i')
    .where({ state: state ?? Not('merged'), ...(country && { country }) });
  for (const [at, word] of words.split(' ').filter(Boolean).slice(0, 8).entries())
    query.andWhere(`i.names LIKE :word${at} ESCAPE '!'`, { [`word${at}`]: `%${literally(word)}%` });
  return query;
}

function lastOf(after: string): { rank: number; state: string; folded: string; id: string } {
  const [rank, state, folded, id] = placeOf(after, 4);
  if (typeof rank !== 'number' || typeof state !== 'string' || typeof folded !== 'string' || typeof id !== 'string')
    throw noSuchPlace();
  return { rank, state, folded, id };
}
